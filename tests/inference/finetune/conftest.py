import pytest


@pytest.fixture(autouse=True)
def _own_folder(tmp_path_factory, monkeypatch):
    """Splits are saved in a folder of the test's own."""
    home = tmp_path_factory.mktemp("user")
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
