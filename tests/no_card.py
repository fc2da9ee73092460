"""A graphics card that is none: sessions on it run on the CPU, until they fail.

What they raise then is what ONNX Runtime's CUDA provider raises, word for word.
"""

import onnxruntime as ort

from inference.network import cuda, passes, sessions
from inference.network.cuda import CPU, CUDA

ARENA = (
    "[ONNXRuntimeError] : 6 : RUNTIME_EXCEPTION : Non-zero status code returned while "
    "running Conv node. Name:'conv' Status Message: /onnxruntime_src/onnxruntime/core/"
    "framework/bfc_arena.cc:376 void* onnxruntime::BFCArena::AllocateRawInternal("
    "size_t, bool, onnxruntime::Stream*) Failed to allocate memory for requested "
    "buffer of size 8388608000\n"
)
CUBLAS = (
    "[ONNXRuntimeError] : 1 : FAIL : Non-zero status code returned while running Gemm "
    "node. Name:'fc1' Status Message: CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; "
    "GPU=0 ; hostname=workstation ; file=/onnxruntime_src/onnxruntime/core/providers/"
    "cuda/cuda_stream_handle.cc ; line=73 ; expr=cublasCreate(&cublas_handle_);"
)
CUDA_MEMORY = (
    "[ONNXRuntimeError] : 1 : FAIL : CUDA failure 2: out of memory ; GPU=0 ; "
    "hostname=workstation ; file=/onnxruntime_src/onnxruntime/core/providers/cuda/"
    "cuda_stream_handle.cc ; line=175 ; expr=cudaStreamCreateWithFlags(&stream, "
    "cudaStreamNonBlocking);"
)
OUT_OF_MEMORY = [ARENA, CUBLAS, CUDA_MEMORY]

ILLEGAL_ACCESS = (
    "[ONNXRuntimeError] : 1 : FAIL : CUDA failure 700: an illegal memory access was "
    "encountered ; GPU=0 ; hostname=workstation ; file=/onnxruntime_src/onnxruntime/"
    "core/providers/cuda/gpu_data_transfer.cc ; line=73 ; expr=cudaMemcpyAsync(dst_"
    "data, src_data, bytes, cudaMemcpyDeviceToHost, stream);"
)
LAUNCH_FAILED = (
    "[ONNXRuntimeError] : 1 : FAIL : CUDA failure 719: unspecified launch failure ; "
    "GPU=0 ; hostname=workstation ; file=/onnxruntime_src/onnxruntime/core/providers/"
    "cuda/cuda_stream_handle.cc ; line=206 ; expr=cudaStreamSynchronize(stream);"
)
FELL_OFF = (
    "[ONNXRuntimeError] : 1 : FAIL : CUDA failure 999: unknown error ; GPU=0 ; "
    "hostname=workstation ; file=/onnxruntime_src/onnxruntime/core/providers/cuda/"
    "cuda_call.cc ; line=122 ; expr=cudaStreamSynchronize(stream);"
)
LOST = [ILLEGAL_ACCESS, LAUNCH_FAILED, FELL_OFF]

NO_CUDNN = (
    "[ONNXRuntimeError] : 9 : NOT_IMPLEMENTED : Non-zero status code returned while "
    "running LSTM node. Name:'lstm' Status Message: cuDNN is unavailable or disabled "
    "for CUDA Execution Provider: libcudnn.so.9: cannot open shared object file"
)
EXECUTION_FAILED = (
    "[ONNXRuntimeError] : 1 : FAIL : Non-zero status code returned while running Gemm "
    "node. Name:'Gemm_568' Status Message: CUBLAS failure 13: CUBLAS_STATUS_EXECUTION_"
    "FAILED ; GPU=0 ; hostname=LED-PC ; file=D:\\a\\_work\\1\\s\\onnxruntime\\core\\"
    "providers\\cuda\\math\\gemm.cc ; line=121 ; expr=cublasGemmHelper("
)
OF_THE_NETWORK = [NO_CUDNN, EXECUTION_FAILED]


class NoCard:
    """Attributes:
    said: What a pass on it raises; "" lets it run.
    opening: What opening a session on it raises.
    above: Passes of more inputs than this fail.
    after: Passes that run before any fails.
    passes: How many inputs each had that ran.
    opened: What sessions on it were told.
    """

    def __init__(self):
        self.said, self.opening = "", ""
        self.above = self.after = 0
        self.passes = []
        self.opened = []

    def fails(self, said, *, above=0, after=0):
        self.said, self.above, self.after = said, above, after
        self.passes.clear()

    def open(self, how):
        assert how["enable_fallback"] == 0  # else ONNX Runtime prints, and hides it
        if self.opening:
            raise RuntimeError(self.opening)

    def run(self, count):
        if self.said and count > self.above and len(self.passes) >= self.after:
            raise ort.capi.onnxruntime_pybind11_state.Fail(self.said)
        self.passes.append(count)


def put_in(monkeypatch):
    """Puts such a card into this machine."""
    card = NoCard()
    monkeypatch.setattr(sessions, "why_no_cuda", cuda.lost_cuda)
    monkeypatch.setattr(sessions.ort, "InferenceSession", session_on(card))
    monkeypatch.setattr(passes.ort, "OrtValue", values_on(card))
    return card


def session_on(card):
    """A kind of session that may run on a card."""

    class Session(ort.InferenceSession):
        def __init__(self, model, options, providers, **how):
            names = [each if isinstance(each, str) else each[0] for each in providers]
            self.is_on_card = CUDA in names
            if self.is_on_card:
                card.opened.append(dict(providers[0][1]))
                card.open(how)
            super().__init__(model, options, [CPU], **how)

        def get_providers(self):
            return [CUDA, CPU] if self.is_on_card else [CPU]

        def run(self, names, feeds, options=None):
            if self.is_on_card:
                card.run(max(len(each) for each in feeds.values()))
            return super().run(names, feeds, options)

        def run_with_iobinding(self, binding, options=None):
            if self.is_on_card and self.get_inputs()[0].name != "base":
                card.run(card.held)
            super().run_with_iobinding(binding, options)

    return Session


def values_on(card):
    """Values that are said to lie on a card, and lie on the host."""
    real = ort.OrtValue

    class Value:
        @staticmethod
        def ortvalue_from_numpy(values, device, number):
            return real.ortvalue_from_numpy(values)

        @staticmethod
        def ortvalue_from_shape_and_type(shape, kind, device, number):
            card.held = shape[0]
            return real.ortvalue_from_shape_and_type(shape, kind)

    return Value
