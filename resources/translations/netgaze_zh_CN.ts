<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message numerus="yes">
        <source>{n} names</source>
        <comment>{n} name</comment>
        <translation>
            <numerusform>{n} 个名称</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} labelled photos</source>
        <comment>{n} labelled photo</comment>
        <translation>
            <numerusform>{n} 张带标签的照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} classes</source>
        <comment>{n} class</comment>
        <translation>
            <numerusform>{n} 个类别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos without labels</source>
        <comment>{n} photo without a label</comment>
        <translation>
            <numerusform>{n} 张没有标签的照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved {n} files in {folder}</source>
        <comment>Saved {n} file in {folder}</comment>
        <translation>
            <numerusform>已将 {n} 个文件保存到 {folder}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} inputs filled in</source>
        <comment>{n} input filled in</comment>
        <translation>
            <numerusform>已填入 {n} 个输入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of {n} channels shown</source>
        <comment>{shown} of {n} channel shown</comment>
        <translation>
            <numerusform>显示 {n} 个通道中的 {shown} 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} constants not shown</source>
        <comment>{n} constant not shown</comment>
        <translation>
            <numerusform>{n} 个常量未显示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} nodes</source>
        <comment>{n} node</comment>
        <translation>
            <numerusform>{n} 个节点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} parameters</source>
        <comment>{n} parameter</comment>
        <translation>
            <numerusform>{n} 个参数</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{place} of {n} weights</source>
        <comment>{place} of {n} weight</comment>
        <translation>
            <numerusform>第 {place} 个权重，共 {n} 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not finite</source>
        <comment>{n} not finite</comment>
        <translation>
            <numerusform>{n} 个非有限值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos that neither model trained on</source>
        <comment>{n} photo that neither model trained on</comment>
        <translation>
            <numerusform>{n} 张两个模型都未训练过的照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos that the new model did not train on</source>
        <comment>{n} photo that the new model did not train on</comment>
        <translation>
            <numerusform>{n} 张新模型未训练过的照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos; the old model may know them</source>
        <comment>{n} photo; the old model may know it</comment>
        <translation>
            <numerusform>{n} 张照片；旧模型可能见过它们</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} test photos, a map of each model</source>
        <comment>{n} test photo, a map of each model</comment>
        <translation>
            <numerusform>{n} 张测试照片，每个模型一张图</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Validation has not improved for {n} epochs: it learns the photos by heart.</source>
        <comment>Validation has not improved for {n} epoch: it learns the photos by heart.</comment>
        <translation>
            <numerusform>验证结果已有 {n} 轮没有改善：网络在死记照片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When training ends, accuracy on the {n} test photos, the photos that changed sides and both Grad-CAM maps appear here.</source>
        <comment>When training ends, accuracy on the {n} test photo, the photos that changed sides and both Grad-CAM maps appear here.</comment>
        <translation>
            <numerusform>训练结束后，这里会显示 {n} 张测试照片上的准确率、对错改变的照片，以及两个模型的 Grad-CAM 图。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} passes</source>
        <comment>{n} pass</comment>
        <translation>
            <numerusform>{n} 次前向传播</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Most damaging of {n} places</source>
        <comment>Most damaging of {n} place</comment>
        <translation>
            <numerusform>{n} 个位置中影响最大的</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lowest logit margin of {n} equal places</source>
        <comment>lowest logit margin of {n} equal place</comment>
        <translation>
            <numerusform>{n} 个相同位置中 logit 分差最低</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>flips at {flips} of {n} ({share})</source>
        <comment>flips at {flips} of {n} ({share})</comment>
        <translation>
            <numerusform>{n} 个位置中有 {flips} 个改变 ({share})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {flips} of {n} positions ({share})</source>
        <comment>At {flips} of {n} position ({share})</comment>
        <translation>
            <numerusform>{n} 个位置中的 {flips} 个（{share}）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} places</source>
        <comment>{count} place</comment>
        <translation>
            <numerusform>{count} 个位置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exact at {n} positions</source>
        <comment>Exact at {n} position</comment>
        <translation>
            <numerusform>在 {n} 个位置上精确</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places left</source>
        <comment>{n} place left</comment>
        <translation>
            <numerusform>还剩 {n} 个位置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} positions</source>
        <comment>{n} position</comment>
        <translation>
            <numerusform>{n} 个位置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} patches</source>
        <comment>{n} patch</comment>
        <translation>
            <numerusform>{n} 个遮挡块</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos</source>
        <comment>{n} photo</comment>
        <translation>
            <numerusform>{n} 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos at most</source>
        <comment>{n} photo at most</comment>
        <translation>
            <numerusform>最多 {n} 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Follow {n} links</source>
        <comment>Follow {n} link</comment>
        <translation>
            <numerusform>跟随 {n} 个链接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <comment>and {n} more</comment>
        <translation>
            <numerusform>以及另外 {n} 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} unreadable</source>
        <comment>{n} unreadable</comment>
        <translation>
            <numerusform>{n} 张无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ {n} predicted wrong</source>
        <comment>✗ {n} predicted wrong</comment>
        <translation>
            <numerusform>✗ {n} 张预测错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos in the lasso</source>
        <comment>{n} photo in the lasso</comment>
        <translation>
            <numerusform>套索内 {n} 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} predicted wrong</source>
        <comment>{n} predicted wrong</comment>
        <translation>
            <numerusform>{n} 张预测错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>these {n} classes</source>
        <comment>this {n} class</comment>
        <translation>
            <numerusform>这 {n} 个类别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all {n} classes</source>
        <comment>{n} class</comment>
        <translation>
            <numerusform>全部 {n} 个类别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No label looks wrong: {n} photos judged out of sample.</source>
        <comment>No label looks wrong: {n} photo judged out of sample.</comment>
        <translation>
            <numerusform>没有看起来有误的标签：已在样本外检查 {n} 张照片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing of this kind among {n} photos.</source>
        <comment>Nothing of this kind in {n} photo.</comment>
        <translation>
            <numerusform>{n} 张照片中没有此类照片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks</source>
        <comment>{n} mark</comment>
        <translation>
            <numerusform>{n} 个标记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} relabel</source>
        <comment>{n} relabel</comment>
        <translation>
            <numerusform>{n} 张改标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} crop</source>
        <comment>{n} crop</comment>
        <translation>
            <numerusform>{n} 张裁剪</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} keep</source>
        <comment>{n} keep</comment>
        <translation>
            <numerusform>{n} 张保留</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} remove</source>
        <comment>{n} remove</comment>
        <translation>
            <numerusform>{n} 张移除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} others</source>
        <comment>{n} other</comment>
        <translation>
            <numerusform>其他 {n} 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} independent classes</source>
        <comment>{n} independent class</comment>
        <translation>
            <numerusform>{n} 个独立类别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} recognised: {count} of {n} photos</source>
        <comment>{name} recognised: {count} of {n} photo</comment>
        <translation>
            <numerusform>正确识别 {name}：{n} 张照片中的 {count} 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{true} taken for {other}: {count} of {n} photos</source>
        <comment>{true} taken for {other}: {count} of {n} photo</comment>
        <translation>
            <numerusform>{true} 被认作 {other}：{n} 张照片中的 {count} 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} channels, height, width</source>
        <comment>{n} channel, height, width</comment>
        <translation>
            <numerusform>{n} 个通道、高、宽</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>height, width, {n} channels</source>
        <comment>height, width, {n} channel</comment>
        <translation>
            <numerusform>高、宽、{n} 个通道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} operators have no gradients here</source>
        <comment>{n} operator has no gradients here</comment>
        <translation>
            <numerusform>这里有 {n} 个算子没有梯度</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} drawn anew</source>
        <comment>{n} drawn anew</comment>
        <translation>
            <numerusform>重设 {n} 层</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>About</name>
    <message>
        <source>About NetGaze</source>
        <translation>关于 NetGaze</translation>
    </message>
    <message>
        <source>Shows what an image classifier looks at, and why.</source>
        <translation>显示图像分类器在看什么，以及为什么。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>on the terminal</source>
        <translation>在终端中</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Score books, reviews</source>
        <translation>分数记录、复核列表</translation>
    </message>
    <message>
        <source>Where it keeps things</source>
        <translation>文件存放位置</translation>
    </message>
    <message>
        <source>What it stands on</source>
        <translation>所用的软件包</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>NetGaze is free software under the Apache License 2.0.</source>
        <translation>NetGaze 是自由软件，采用 Apache License 2.0 许可证。</translation>
    </message>
    <message>
        <source>The packages that it stands on were installed beside it, and hold their licences themselves.</source>
        <translation>所用的软件包另行安装，并各自附有许可证。</translation>
    </message>
    <message>
        <source>With it come, each under its own licence:</source>
        <translation>随附以下内容，各有自己的许可证：</translation>
    </message>
</context>
<context>
    <name>Activations</name>
    <message>
        <source>channel {number}</source>
        <translation>通道 {number}</translation>
    </message>
    <message>
        <source>max {value}</source>
        <translation>最大值 {value}</translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation>均值 {value}</translation>
    </message>
    <message>
        <source>{rows} × {columns}, enlarged</source>
        <translation>{rows} × {columns}，已放大</translation>
    </message>
</context>
<context>
    <name>ActivationsLens</name>
    <message>
        <source>Photo B</source>
        <translation>照片 B</translation>
    </message>
</context>
<context>
    <name>ActivationsPanel</name>
    <message>
        <source>The channels of one layer, or the network with all its layers (default: channels).</source>
        <translation>显示一层的各个通道，或显示网络及其所有层（默认：通道）。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Strongest channel</source>
        <translation>最强通道</translation>
    </message>
    <message>
        <source>Goes to the channel that holds the layer&apos;s maximum.</source>
        <translation>转到该层最大值所在的通道。</translation>
    </message>
    <message>
        <source>The scale of the tiles; the photo has that of its legend.</source>
        <translation>小图的刻度；照片使用其图例的刻度。</translation>
    </message>
    <message>
        <source>Scale of the tiles</source>
        <translation>小图的刻度</translation>
    </message>
    <message>
        <source>Large view</source>
        <translation>大图</translation>
    </message>
    <message>
        <source>Shows the channels, or the drawn network, in the left pane.</source>
        <translation>在左侧窗格中显示通道或网络图。</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>请先打开模型。</translation>
    </message>
    <message>
        <source>Open a photo first.</source>
        <translation>请先打开照片。</translation>
    </message>
    <message>
        <source>Add photo B</source>
        <translation>添加照片 B</translation>
    </message>
    <message>
        <source>tiles: {low} – {high}</source>
        <translation>小图：{low} – {high}</translation>
    </message>
    <message>
        <source>tiles: each its own scale</source>
        <translation>小图：各自的刻度</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>通道 {number}</translation>
    </message>
</context>
<context>
    <name>AgreementLine</name>
    <message>
        <source>Spearman&apos;s: 1 where both maps put all places into one order, 0 where they know nothing of each other.</source>
        <translation>斯皮尔曼相关：两幅图对所有位置的排序相同时为 1，互不相关时为 0。</translation>
    </message>
    <message>
        <source>Comparing two maps</source>
        <translation>比较两幅图</translation>
    </message>
    <message>
        <source>Rank correlation with {method} {value}</source>
        <translation>与“{method}”的秩相关 {value}</translation>
    </message>
</context>
<context>
    <name>Ahead</name>
    <message>
        <source>Making the tabs ready</source>
        <translation>正在准备选项卡</translation>
    </message>
</context>
<context>
    <name>BaselinePicker</name>
    <message>
        <source>Grey 128</source>
        <translation>灰色 128</translation>
    </message>
    <message>
        <source>Image mean</source>
        <translation>图像均值</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Own colour…</source>
        <translation>自定义颜色…</translation>
    </message>
    <message>
        <source>What stands in the covered place; blurred is the photo itself out of focus (default: grey 128, the colour value before normalisation).</source>
        <translation>被遮挡处填充的内容；“模糊”是失焦的照片本身（默认：灰色 128，即归一化前的颜色值）。</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Own colour</source>
        <translation>自定义颜色</translation>
    </message>
    <message>
        <source>Red, green and blue, each from 0 to 255 and divided by commas; 128,128,128 by default.</source>
        <translation>红、绿、蓝，各为 0 到 255，用逗号分隔；默认为 128,128,128。</translation>
    </message>
    <message>
        <source>0 to 255</source>
        <translation>0 到 255</translation>
    </message>
</context>
<context>
    <name>BeforeAfterPage</name>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>one scale for both maps; ↑ ↓ walk</source>
        <translation>两幅图使用同一刻度；↑ ↓ 浏览</translation>
    </message>
    <message>
        <source>Became right</source>
        <translation>由错变对</translation>
    </message>
    <message>
        <source>Became wrong</source>
        <translation>由对变错</translation>
    </message>
    <message>
        <source>Confusion before</source>
        <translation>之前的混淆</translation>
    </message>
    <message>
        <source>Confusion after</source>
        <translation>之后的混淆</translation>
    </message>
    <message>
        <source>Before: {before} · After: {after}</source>
        <translation>之前：{before} · 之后：{after}</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Both models are asked about the photos…</source>
        <translation>正在用两个模型预测这些照片…</translation>
    </message>
    <message>
        <source>{model} does not have these classes: there is no accuracy before.</source>
        <translation>{model} 没有这些类别：没有之前的准确率。</translation>
    </message>
    <message>
        <source>No labelled photos are compared: open a dataset of these classes. The photo shows what both models see.</source>
        <translation>没有用于比较的带标签的照片：请打开含这些类别的数据集。照片上显示两个模型所看的地方。</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
</context>
<context>
    <name>BothEvidencePage</name>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Explains the true class of every test photo by both models.</source>
        <translation>用两个模型解释每张测试照片的真实类别。</translation>
    </message>
    <message>
        <source>Mean evidence before</source>
        <translation>之前的平均证据</translation>
    </message>
    <message>
        <source>Mean evidence after</source>
        <translation>之后的平均证据</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Mean Grad-CAM of the true class over the same test photos, one scale. Click a place to walk the photos with most there.</source>
        <translation>同一批测试照片上真实类别的平均 Grad-CAM，使用同一刻度。点击一处，浏览证据最集中于此的照片。</translation>
    </message>
    <message>
        <source>There are no labelled photos that both could be measured on.</source>
        <translation>没有可供两个模型测量的带标签的照片。</translation>
    </message>
    <message>
        <source>Neither before nor after does a class lean on one part.</source>
        <translation>前后都没有类别只依赖画面的某一部分。</translation>
    </message>
</context>
<context>
    <name>CalibrationLine</name>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Expected calibration error {error}, ten bins. Bars: 95 % interval.</source>
        <translation>期望校准误差 {error}，十个区间。竖线：95% 区间。</translation>
    </message>
    <message>
        <source>was right</source>
        <translation>实际正确</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Dashed: the part the network sees, {rows} × {cols} px, scaled to {height} × {width}</source>
        <translation>虚线：网络看到的部分，{rows} × {cols} px，缩放到 {height} × {width}</translation>
    </message>
</context>
<context>
    <name>ChangedPhotos</name>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>{name} · {n}</source>
        <translation>{name} · {n}</translation>
    </message>
    <message>
        <source>was {name}</source>
        <translation>原为 {name}</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>Value {value}</source>
        <translation>值 {value}</translation>
    </message>
    <message>
        <source>on the edge: often a border artefact</source>
        <translation>位于边缘：往往是边界伪影</translation>
    </message>
    <message>
        <source>Min {value}</source>
        <translation>最小值 {value}</translation>
    </message>
    <message>
        <source>Max {value}</source>
        <translation>最大值 {value}</translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation>均值 {value}</translation>
    </message>
    <message>
        <source>{share} zeros</source>
        <translation>{share} 为零</translation>
    </message>
    <message>
        <source>hover for maximum and mean</source>
        <translation>悬停可看最大值和均值</translation>
    </message>
    <message>
        <source>numbered from 0</source>
        <translation>从 0 开始编号</translation>
    </message>
</context>
<context>
    <name>ChannelSection</name>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Watches this channel; its number stays below, with other photos too.</source>
        <translation>持续观察该通道；换照片后它的数值也会留在下方。</translation>
    </message>
    <message>
        <source>Pin the channel</source>
        <translation>固定该通道</translation>
    </message>
    <message>
        <source>Previous channel</source>
        <translation>上一个通道</translation>
    </message>
    <message>
        <source>Goes one channel back.</source>
        <translation>后退一个通道。</translation>
    </message>
    <message>
        <source>Next channel</source>
        <translation>下一个通道</translation>
    </message>
    <message>
        <source>Goes one channel on.</source>
        <translation>前进一个通道。</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>通道 {number}</translation>
    </message>
    <message>
        <source>strongest of the layer</source>
        <translation>该层最强</translation>
    </message>
    <message>
        <source>strongest, on the edge</source>
        <translation>最强，位于边缘</translation>
    </message>
    <message>
        <source>Maxima on the edge are often artefacts of the padding.</source>
        <translation>边缘处的最大值往往是填充造成的伪影。</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>cell {row}, {column}: {value}</source>
        <translation>单元 {row}, {column}：{value}</translation>
    </message>
</context>
<context>
    <name>ChannelView</name>
    <message>
        <source>The chosen channel</source>
        <translation>所选通道</translation>
    </message>
    <message>
        <source>The chosen channel; its numbers from 0 at the top left.</source>
        <translation>所选通道；数值从左上角的 0 开始编号。</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>True class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>预测类别</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>通道 {number}</translation>
    </message>
    <message>
        <source>Looks at channel {number}.</source>
        <translation>查看通道 {number}。</translation>
    </message>
    <message>
        <source>Unpin channel {number}</source>
        <translation>取消固定通道 {number}</translation>
    </message>
    <message>
        <source>Does not watch channel {number}.</source>
        <translation>不再观察通道 {number}。</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>添加筛选</translation>
    </message>
    <message>
        <source>Shows only some of the photos.</source>
        <translation>只显示部分照片。</translation>
    </message>
    <message>
        <source>The class whose photos are shown.</source>
        <translation>要显示其照片的类别。</translation>
    </message>
    <message>
        <source>Class to show</source>
        <translation>要显示的类别</translation>
    </message>
    <message>
        <source>Shows photos whose folder or name has these letters; Enter asks.</source>
        <translation>显示文件夹名或文件名包含这些字母的照片；按 Enter 查找。</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>要查找的文字</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>名称的一部分</translation>
    </message>
    <message>
        <source>Takes this filter away.</source>
        <translation>去掉这个筛选。</translation>
    </message>
    <message>
        <source>Without {filter}</source>
        <translation>去掉 {filter}</translation>
    </message>
    <message>
        <source>true: {name}</source>
        <translation>真实：{name}</translation>
    </message>
    <message>
        <source>predicted: {name}</source>
        <translation>预测：{name}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>未标记</translation>
    </message>
    <message>
        <source>text: {text}</source>
        <translation>文字：{text}</translation>
    </message>
    <message>
        <source>gathered photos</source>
        <translation>选取的照片</translation>
    </message>
    <message>
        <source>nine at random</source>
        <translation>随机九张</translation>
    </message>
    <message>
        <source>split: {part}</source>
        <translation>划分：{part}</translation>
    </message>
    <message>
        <source>split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Shows the photos of this split alone (default: all).</source>
        <translation>只显示该划分的照片（默认：全部）。</translation>
    </message>
    <message>
        <source>Shows the photos whose first class is their label.</source>
        <translation>显示首位类别与标签一致的照片。</translation>
    </message>
    <message>
        <source>Shows the photos whose first class is not their label.</source>
        <translation>显示首位类别与标签不一致的照片。</translation>
    </message>
    <message>
        <source>true class…</source>
        <translation>真实类别…</translation>
    </message>
    <message>
        <source>Shows the photos with the label that you choose next.</source>
        <translation>显示带有所选标签的照片。</translation>
    </message>
    <message>
        <source>predicted class…</source>
        <translation>预测类别…</translation>
    </message>
    <message>
        <source>Shows the photos taken for the class that you choose next.</source>
        <translation>显示被认作所选类别的照片。</translation>
    </message>
    <message>
        <source>Shows the photos with a mark in your review list.</source>
        <translation>显示复核列表中有标记的照片。</translation>
    </message>
    <message>
        <source>Shows the photos without a mark in your review list.</source>
        <translation>显示复核列表中没有标记的照片。</translation>
    </message>
    <message>
        <source>text…</source>
        <translation>文字…</translation>
    </message>
    <message>
        <source>Shows photos whose folder or name has the letters you type.</source>
        <translation>显示文件夹名或文件名包含所输入字母的照片。</translation>
    </message>
</context>
<context>
    <name>ClassesPage</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What the cells say: shares of the photos of the true class, of what is taken for a class, or counts (default: share of true class).</source>
        <translation>单元格的含义：占真实类别照片的比例、占预测为某类别的比例，或数量（默认：占真实类别的比例）。</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>share of true class</source>
        <translation>占真实类别的比例</translation>
    </message>
    <message>
        <source>share of predicted</source>
        <translation>占预测类别的比例</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Order of rows and columns (default: classes that are taken for each other stand together; over 40 classes the most wrong first).</source>
        <translation>行和列的顺序（默认：互相混淆的类别排在一起；超过 40 个类别时错误最多的排在前面）。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>similar together</source>
        <translation>相似的在一起</translation>
    </message>
    <message>
        <source>most wrong</source>
        <translation>错误最多</translation>
    </message>
    <message>
        <source>by index</source>
        <translation>按索引</translation>
    </message>
    <message>
        <source>by a column</source>
        <translation>按某一列</translation>
    </message>
    <message>
        <source>Brings a class into sight, with what it is most often taken for.</source>
        <translation>转到一个类别，以及它最常被认作的类别。</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>查找类别</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示照片</translation>
    </message>
    <message>
        <source>Shows the photos of the chosen cell in Photos.</source>
        <translation>在“照片”中显示所选单元格的照片。</translation>
    </message>
    <message>
        <source>No photo has a true class here.</source>
        <translation>这里没有照片有真实类别。</translation>
    </message>
    <message>
        <source>Classes are being compared.</source>
        <translation>正在比较类别。</translation>
    </message>
    <message>
        <source>accuracy ({interval})</source>
        <translation>准确率（{interval}）</translation>
    </message>
    <message>
        <source>top five {share}</source>
        <translation>前五 {share}</translation>
    </message>
</context>
<context>
    <name>ClassesTable</name>
    <message>
        <source>Table of classes</source>
        <translation>类别表</translation>
    </message>
</context>
<context>
    <name>ClearPlaces</name>
    <message>
        <source>What the network is fed where a photo is transparent (default: white).</source>
        <translation>照片透明处送入网络的内容（默认：白色）。</translation>
    </message>
    <message>
        <source>Transparent places</source>
        <translation>透明处</translation>
    </message>
    <message>
        <source>Only photos with transparency differ.</source>
        <translation>只影响带透明部分的照片。</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>透明处</translation>
    </message>
</context>
<context>
    <name>ColorBar</name>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation>颜色从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>The colours of the values from {low} to {high}.</source>
        <translation>从 {low} 到 {high} 的值所用的颜色。</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Preprocessing…</source>
        <translation>预处理…</translation>
    </message>
    <message>
        <source>Shows how the photo is fed to the network, and tries other ways.</source>
        <translation>显示照片如何送入网络，并试用其他方式。</translation>
    </message>
    <message>
        <source>Compare with model…</source>
        <translation>与其他模型比较…</translation>
    </message>
    <message>
        <source>Shows another model beside the open one, on a photo and a dataset.</source>
        <translation>在照片和数据集上，把另一个模型与当前模型并排显示。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Starts the work of the tab in front.</source>
        <translation>开始当前选项卡的计算。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stops the work of the tab in front; what it has stays.</source>
        <translation>停止当前选项卡的计算；已得到的结果保留。</translation>
    </message>
    <message>
        <source>Smaller patch</source>
        <translation>缩小遮挡块</translation>
    </message>
    <message>
        <source>Makes the patch smaller by 1 input pixel.</source>
        <translation>将遮挡块缩小 1 个输入像素。</translation>
    </message>
    <message>
        <source>Larger patch</source>
        <translation>放大遮挡块</translation>
    </message>
    <message>
        <source>Makes the patch larger by 1 input pixel.</source>
        <translation>将遮挡块放大 1 个输入像素。</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一张照片</translation>
    </message>
    <message>
        <source>Opens the photo before this one.</source>
        <translation>打开前一张照片。</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张照片</translation>
    </message>
    <message>
        <source>Opens the photo after this one.</source>
        <translation>打开后一张照片。</translation>
    </message>
    <message>
        <source>Tab before</source>
        <translation>上一个选项卡</translation>
    </message>
    <message>
        <source>Goes back to the tab that was in front before.</source>
        <translation>返回之前所在的选项卡。</translation>
    </message>
    <message>
        <source>Brings this tab to the front.</source>
        <translation>切换到此选项卡。</translation>
    </message>
    <message>
        <source>Brings this page of Ranking to the front.</source>
        <translation>切换到“排序”的这一页。</translation>
    </message>
    <message>
        <source>Ranking: Photos</source>
        <translation>排序：照片</translation>
    </message>
    <message>
        <source>Ranking: Classes</source>
        <translation>排序：类别</translation>
    </message>
    <message>
        <source>Ranking: Suspects</source>
        <translation>排序：可疑照片</translation>
    </message>
    <message>
        <source>Ranking: Neighbours</source>
        <translation>排序：近邻</translation>
    </message>
    <message>
        <source>Ranking: Evidence</source>
        <translation>排序：证据</translation>
    </message>
    <message>
        <source>Opens this page of the help.</source>
        <translation>打开帮助中的这一页。</translation>
    </message>
    <message>
        <source>Says what this machine can compute with, and why not with more.</source>
        <translation>说明这台计算机可用什么进行计算，以及为何不能用更多。</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Shows the card with the first three clicks again.</source>
        <translation>再次显示最初三次点击的提示卡。</translation>
    </message>
    <message>
        <source>Says the version, where the log is, and licences.</source>
        <translation>显示版本、日志位置和许可证。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Closes the window; work under way is stopped.</source>
        <translation>关闭窗口；正在进行的计算会停止。</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>打开照片…</translation>
    </message>
    <message>
        <source>Opens another photo, of JPEG, PNG, WebP, TIFF, BMP or GIF.</source>
        <translation>打开另一张照片：JPEG、PNG、WebP、TIFF、BMP 或 GIF。</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>打开模型…</translation>
    </message>
    <message>
        <source>Opens another classifier, an ONNX file.</source>
        <translation>打开另一个分类器，即 ONNX 文件。</translation>
    </message>
    <message>
        <source>Open export…</source>
        <translation>打开导出结果…</translation>
    </message>
    <message>
        <source>Opens what was exported before: model, photo, settings and map.</source>
        <translation>打开以前导出的内容：模型、照片、设置和热图。</translation>
    </message>
    <message>
        <source>Open dataset…</source>
        <translation>打开数据集…</translation>
    </message>
    <message>
        <source>Opens a folder with one folder of photos per class.</source>
        <translation>打开每个类别一个子文件夹的照片文件夹。</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>Opens the small network and the drawings that come with NetGaze.</source>
        <translation>打开 NetGaze 自带的小网络和图画。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Saves numbers and pictures of the tab in front into a new folder.</source>
        <translation>将当前选项卡的数值和图片保存到新文件夹。</translation>
    </message>
    <message>
        <source>Save picture as…</source>
        <translation>图片另存为…</translation>
    </message>
    <message>
        <source>Saves what is shown, with its words, as one PNG.</source>
        <translation>将所显示的内容连同文字保存为一个 PNG。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Takes back the last change of the patches or marks.</source>
        <translation>撤销对遮挡块或标记的上一次更改。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Does again what was taken back.</source>
        <translation>恢复刚撤销的更改。</translation>
    </message>
    <message>
        <source>Train on crop</source>
        <translation>用裁剪区域训练</translation>
    </message>
    <message>
        <source>Puts the drawn rectangle into the review list, to be trained on.</source>
        <translation>将所画矩形放入复核列表，用于训练。</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copies the photo with its map, in the photo&apos;s own size.</source>
        <translation>按照片原尺寸复制叠加热图的照片。</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>查找类别</translation>
    </message>
    <message>
        <source>Goes to the field that leaves classes with these letters.</source>
        <translation>转到输入框，按所输入的字母筛选类别。</translation>
    </message>
    <message>
        <source>Follow the top class</source>
        <translation>跟随首位类别</translation>
    </message>
    <message>
        <source>Explains the likeliest class again, photo by photo (default: on).</source>
        <translation>每换一张照片，重新解释最可能的类别（默认：开）。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Shows all of the photo, as large as there is room.</source>
        <translation>显示整张照片，并尽可能大。</translation>
    </message>
    <message>
        <source>Fit the seen part</source>
        <translation>适合网络所见部分</translation>
    </message>
    <message>
        <source>Shows the part of the photo that the network sees.</source>
        <translation>显示照片中网络看到的部分。</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Shows one pixel of the photo as one pixel of the screen.</source>
        <translation>照片的一个像素显示为屏幕的一个像素。</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Shows the photo larger, around the middle.</source>
        <translation>以中心为准，放大照片。</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Shows the photo smaller, around the middle.</source>
        <translation>以中心为准，缩小照片。</translation>
    </message>
    <message>
        <source>Show or hide the map</source>
        <translation>显示或隐藏热图</translation>
    </message>
    <message>
        <source>Hides or shows the map (default: shown); hold O to look under it.</source>
        <translation>隐藏或显示热图（默认：显示）；按住 O 可看到热图下面。</translation>
    </message>
    <message>
        <source>Keep the map beside</source>
        <translation>在旁边保留热图</translation>
    </message>
    <message>
        <source>Keeps this map as the second pane, or lets it go (default: none).</source>
        <translation>将此热图保留为第二个窗格，或取消保留（默认：无）。</translation>
    </message>
    <message>
        <source>Next colour map</source>
        <translation>下一个颜色图</translation>
    </message>
    <message>
        <source>Takes the next colour map (default: automatic).</source>
        <translation>换用下一个颜色图（默认：自动）。</translation>
    </message>
    <message>
        <source>Less opaque</source>
        <translation>降低不透明度</translation>
    </message>
    <message>
        <source>Makes the map 10 % less opaque (default: 75 %).</source>
        <translation>将热图的不透明度降低 10%（默认：75%）。</translation>
    </message>
    <message>
        <source>More opaque</source>
        <translation>提高不透明度</translation>
    </message>
    <message>
        <source>Makes the map 10 % more opaque (default: 75 %).</source>
        <translation>将热图的不透明度提高 10%（默认：75%）。</translation>
    </message>
</context>
<context>
    <name>ComparedChoice</name>
    <message>
        <source>What stands beside the map, in a second pane at the same place (default: off).</source>
        <translation>在第二个窗格的同一位置，与热图并排显示的内容（默认：关）。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Two classes</source>
        <translation>两个类别</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Second class</source>
        <translation>第二个类别</translation>
    </message>
    <message>
        <source>The class of the second pane (default: the likeliest other one).</source>
        <translation>第二个窗格的类别（默认：其余类别中最可能的）。</translation>
    </message>
    <message>
        <source>The method of the second pane (default: Occlusion).</source>
        <translation>第二个窗格的方法（默认：遮挡）。</translation>
    </message>
    <message>
        <source>Second method</source>
        <translation>第二种方法</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二种方法</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Goes on with the map beside where it was stopped.</source>
        <translation>从停止处继续生成旁边的图。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Evidence of both</source>
        <translation>两者的证据</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Pinned channels of both photos</source>
        <translation>两张照片的固定通道</translation>
    </message>
    <message>
        <source>All of A and B at one scale; in the differences, at another one, red means more in A.</source>
        <translation>A 和 B 全部使用同一刻度；差值使用另一刻度，红色表示 A 中更强。</translation>
    </message>
</context>
<context>
    <name>ControlsSection</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>刻度</translation>
    </message>
    <message>
        <source>The tensor of the network whose channels are drawn (default: the layer of Grad-CAM).</source>
        <translation>要绘制其通道的网络张量（默认：Grad-CAM 所用的层）。</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>上一层</translation>
    </message>
    <message>
        <source>Goes one layer back.</source>
        <translation>后退一层。</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>下一层</translation>
    </message>
    <message>
        <source>Goes one layer on.</source>
        <translation>前进一层。</translation>
    </message>
    <message>
        <source>The order of the channels, the largest first; sparsity is the share of zeros (default: index).</source>
        <translation>通道的顺序，最大的在前；稀疏度是零所占的比例（默认：索引）。</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Sparsity</source>
        <translation>稀疏度</translation>
    </message>
    <message>
        <source>Which values have the colours at both ends: those of the layer, of each channel, or two numbers (default: whole layer).</source>
        <translation>两端颜色对应哪些值：整层的值、每个通道的值，或两个指定的数（默认：整层）。</translation>
    </message>
    <message>
        <source>Whole layer</source>
        <translation>整层</translation>
    </message>
    <message>
        <source>Each channel</source>
        <translation>每个通道</translation>
    </message>
    <message>
        <source>Fixed…</source>
        <translation>固定…</translation>
    </message>
    <message>
        <source>Positive part only</source>
        <translation>仅正值部分</translation>
    </message>
    <message>
        <source>Draws negative values as zero, as a ReLU would let them through (default: off).</source>
        <translation>将负值画为零，如同经过 ReLU（默认：关）。</translation>
    </message>
    <message>
        <source>Low end of the scale of all channels, in the layer&apos;s own values (default: that of the whole layer).</source>
        <translation>所有通道刻度的低端，以该层自身的值表示（默认：整层的低端）。</translation>
    </message>
    <message>
        <source>Low end of the scale</source>
        <translation>刻度的低端</translation>
    </message>
    <message>
        <source>High end of the scale of all channels, in the layer&apos;s own values (default: that of the whole layer).</source>
        <translation>所有通道刻度的高端，以该层自身的值表示（默认：整层的高端）。</translation>
    </message>
    <message>
        <source>High end of the scale</source>
        <translation>刻度的高端</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>As over the photo</source>
        <translation>与照片相同</translation>
    </message>
    <message>
        <source>Colours of the tiles; automatic ones are blue–red where both signs occur (default: as over the photo).</source>
        <translation>小图的颜色；“自动”在有正有负时为蓝–红（默认：与照片相同）。</translation>
    </message>
    <message>
        <source>Colour map of the tiles</source>
        <translation>小图的颜色图</translation>
    </message>
    <message>
        <source>Go to the ReLU behind this layer</source>
        <translation>转到该层之后的 ReLU</translation>
    </message>
    <message>
        <source>Go to the ReLU</source>
        <translation>转到 ReLU</translation>
    </message>
    <message>
        <source>Shows the ReLU that follows this layer.</source>
        <translation>显示该层之后的 ReLU。</translation>
    </message>
    <message>
        <source>Larger than trained</source>
        <translation>大于训练尺寸</translation>
    </message>
    <message>
        <source>Runs the network at the photo&apos;s own resolution, where it can (default: off).</source>
        <translation>在可行时以照片自身的分辨率运行网络（默认：关）。</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>小图</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Side of a tile on the screen, in px (default: so large that 64 are seen at once).</source>
        <translation>小图在屏幕上的边长，以 px 为单位（默认：能同时看到 64 个的大小）。</translation>
    </message>
    <message>
        <source>Tile size</source>
        <translation>小图大小</translation>
    </message>
</context>
<context>
    <name>Crop</name>
    <message>
        <source>Crop</source>
        <translation>裁剪区域</translation>
    </message>
</context>
<context>
    <name>CropBar</name>
    <message>
        <source>Save crop…</source>
        <translation>保存裁剪区域…</translation>
    </message>
    <message>
        <source>Saves this part of the photo as a PNG of its own.</source>
        <translation>将照片的这一部分单独保存为 PNG。</translation>
    </message>
    <message>
        <source>Puts this part into your review list: training sees it in place of the photo (X). The file stays as it is.</source>
        <translation>将这一部分放入复核列表：训练时用它代替照片 (X)。文件保持不变。</translation>
    </message>
    <message>
        <source>Train on crop</source>
        <translation>用裁剪区域训练</translation>
    </message>
    <message>
        <source>Takes the crop away (Esc).</source>
        <translation>取消裁剪区域 (Esc)。</translation>
    </message>
    <message>
        <source>Without crop</source>
        <translation>取消裁剪</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
    <message>
        <source>✓ on the review list</source>
        <translation>✓ 已在复核列表中</translation>
    </message>
</context>
<context>
    <name>Cropping</name>
    <message>
        <source>Saving a crop</source>
        <translation>保存裁剪区域</translation>
    </message>
    <message>
        <source>Save crop as</source>
        <translation>裁剪区域另存为</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
</context>
<context>
    <name>CurveChart</name>
    <message>
        <source>all pixels</source>
        <translation>全部像素</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>The pointer reads the values of a step.</source>
        <translation>用鼠标指针读取某一步的值。</translation>
    </message>
</context>
<context>
    <name>CurvesPage</name>
    <message>
        <source>Validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Photos/s</source>
        <translation>照片/秒</translation>
    </message>
    <message>
        <source>Loss and accuracy appear here while training runs.</source>
        <translation>训练时，损失和准确率显示在这里。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Use best so far</source>
        <translation>使用目前最佳模型</translation>
    </message>
    <message>
        <source>Opens the best model so far; training goes on.</source>
        <translation>打开目前的最佳模型；训练继续进行。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Shows the new model in its folder.</source>
        <translation>在其文件夹中显示新模型。</translation>
    </message>
    <message>
        <source>Show the new model in its folder</source>
        <translation>在文件夹中显示新模型</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>best so far, epoch {n}</source>
        <translation>目前最佳，第 {n} 轮</translation>
    </message>
    <message>
        <source>best, epoch {n}</source>
        <translation>最佳，第 {n} 轮</translation>
    </message>
    <message>
        <source>{epoch} of {epochs}</source>
        <translation>{epoch} / {epochs}</translation>
    </message>
    <message>
        <source>The split leaves no test photo: nothing is compared.</source>
        <translation>划分中没有测试照片：不进行比较。</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} 步</translation>
    </message>
</context>
<context>
    <name>Damage</name>
    <message>
        <source>Where the prediction flips</source>
        <translation>预测改变之处</translation>
    </message>
    <message>
        <source>Most damaging places</source>
        <translation>影响最大的位置</translation>
    </message>
    <message>
        <source>becomes {label}</source>
        <translation>变为 {label}</translation>
    </message>
    <message>
        <source>stays {label}</source>
        <translation>仍为 {label}</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
</context>
<context>
    <name>DamageCard</name>
    <message>
        <source>The most damaging places follow when the map has ended.</source>
        <translation>遮挡图完成后，这里会列出影响最大的位置。</translation>
    </message>
    <message>
        <source>Show on the photo</source>
        <translation>在照片上显示</translation>
    </message>
    <message>
        <source>Covers the chosen place on the photo as the network saw it and outlines the others (default: on).</source>
        <translation>按网络当时所见，在照片上遮住所选位置，并勾出其他位置（默认：开）。</translation>
    </message>
    <message>
        <source>The largest drops whose masks do not overlap; click or use the arrow keys to choose one.</source>
        <translation>掩膜互不重叠的最大降幅；点击或用箭头键选择一个。</translation>
    </message>
    <message>
        <source>Most damaging places</source>
        <translation>影响最大的位置</translation>
    </message>
    <message>
        <source>No covered place lowers the score.</source>
        <translation>没有任何被遮挡的位置使分数降低。</translation>
    </message>
    <message>
        <source>Put the patch there</source>
        <translation>在那里放遮挡块</translation>
    </message>
    <message>
        <source>Lays a patch exactly where the mask of the chosen place lay.</source>
        <translation>在所选位置的掩膜原处放一个遮挡块。</translation>
    </message>
    <message>
        <source>Draw classes</source>
        <translation>绘制类别</translation>
    </message>
    <message>
        <source>Draws the class that is predicted while each place is covered.</source>
        <translation>绘制遮挡各个位置时预测出的类别。</translation>
    </message>
</context>
<context>
    <name>DatasetCard</name>
    <message>
        <source>Open dataset…</source>
        <translation>打开数据集…</translation>
    </message>
    <message>
        <source>Chooses a folder with one folder per class; nothing is changed.</source>
        <translation>选择每个类别一个子文件夹的文件夹；内容不会更改。</translation>
    </message>
    <message>
        <source>Open a dataset</source>
        <translation>打开数据集</translation>
    </message>
    <message>
        <source>Use the demo photos</source>
        <translation>使用演示照片</translation>
    </message>
    <message>
        <source>Opens the 150 drawn photos that come with NetGaze.</source>
        <translation>打开 NetGaze 自带的 150 张图画照片。</translation>
    </message>
    <message>
        <source>{purpose} Folders train, val and test with classes below them, and a CSV table (path, label), will do as well. You may also drop a folder on the window.</source>
        <translation>{purpose}也可以用下含各类别的 train、val、test 文件夹，或 CSV 表格 (path, label)。还可以把文件夹拖放到窗口上。</translation>
    </message>
    <message>
        <source>Open a folder with one folder per class.</source>
        <translation>打开每个类别一个子文件夹的文件夹。</translation>
    </message>
</context>
<context>
    <name>DecimalField</name>
    <message>
        <source>A number from {low} to {high} is wanted.</source>
        <translation>请输入 {low} 到 {high} 之间的数。</translation>
    </message>
</context>
<context>
    <name>Device</name>
    <message>
        <source>The network runs on {device}.</source>
        <translation>网络在 {device} 上运行。</translation>
    </message>
    <message>
        <source>The network runs on {device}: {reason}.</source>
        <translation>网络在 {device} 上运行：{reason}。</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>ONNX models</source>
        <translation>ONNX 模型</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>DisplayControls</name>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Lowest value</source>
        <translation>最低值</translation>
    </message>
    <message>
        <source>Value at the low end of the colour bar, in the unit of the map; by default that of the map.</source>
        <translation>颜色栏低端的值，以热图的单位表示；默认取自热图。</translation>
    </message>
    <message>
        <source>Highest value</source>
        <translation>最高值</translation>
    </message>
    <message>
        <source>Value at the high end of the colour bar, in the unit of the map; by default that of the map.</source>
        <translation>颜色栏高端的值，以热图的单位表示；默认取自热图。</translation>
    </message>
    <message>
        <source>Which colours stand for which values; automatic, the default, is blue–red where both signs count, else viridis.</source>
        <translation>各种值用什么颜色；默认为“自动”，有正有负时为蓝–红，否则为 viridis。</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>颜色图</translation>
    </message>
    <message>
        <source>Which values lie at the two ends of the colour bar; by default those of the map.</source>
        <translation>颜色栏两端对应的值；默认取自热图。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>刻度</translation>
    </message>
    <message>
        <source>How much the strongest places of the map cover the photo, in percent; 75 by default.</source>
        <translation>热图最强处遮住照片的程度，以百分比表示；默认为 75。</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>0 to 1, ImageNet’s mean</source>
        <translation>0 到 1，ImageNet 均值</translation>
    </message>
    <message>
        <source>the same, blue first</source>
        <translation>相同，蓝色在前</translation>
    </message>
    <message>
        <source>−1 to 1</source>
        <translation>−1 到 1</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <source>0 to 255, mean taken off</source>
        <translation>0 到 255，减去均值</translation>
    </message>
    <message>
        <source>0 to 255 as it is</source>
        <translation>0 到 255，原样</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>{preset}, grey</source>
        <translation>{preset}，灰度</translation>
    </message>
    <message>
        <source>crop: middle {side} of {short}</source>
        <translation>裁剪：{short} 的中间 {side}</translation>
    </message>
    <message>
        <source>squash: all, stretched</source>
        <translation>拉伸：全部，不保持比例</translation>
    </message>
    <message>
        <source>letterbox: all, grey bars</source>
        <translation>加边：全部，灰色边</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>squash</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>letterbox</source>
        <translation>加边</translation>
    </message>
    <message>
        <source>You chose this.</source>
        <translation>由您选择。</translation>
    </message>
    <message>
        <source>The model&apos;s file says so.</source>
        <translation>模型文件中有说明。</translation>
    </message>
    <message>
        <source>The file beside the model says so.</source>
        <translation>模型旁的文件中有说明。</translation>
    </message>
    <message>
        <source>Said by {reason}.</source>
        <translation>依据：{reason}。</translation>
    </message>
    <message>
        <source>This is a guess: {reason}. Choose what the model was trained with.</source>
        <translation>这是猜测：{reason}。请选择模型训练时所用的方式。</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>您的设置</translation>
    </message>
    <message>
        <source>from the file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>from a file beside the model</source>
        <translation>来自模型旁的文件</translation>
    </message>
    <message>
        <source>ImageNet’s, by their number</source>
        <translation>ImageNet 的名称，按数目判断</translation>
    </message>
    <message>
        <source>numbered, for nobody says them</source>
        <translation>以编号代替，因为没有名称</translation>
    </message>
    <message>
        <source>“{name}”: {what}.</source>
        <translation>“{name}”：{what}。</translation>
    </message>
    <message>
        <source>the file’s default</source>
        <translation>文件的默认值</translation>
    </message>
    <message>
        <source>nobody says: zeros</source>
        <translation>没有说明：用零</translation>
    </message>
    <message>
        <source>nobody says: ones, for zeros give no answer</source>
        <translation>没有说明：用一，因为用零得不到结果</translation>
    </message>
    <message>
        <source>{n} match no class</source>
        <translation>{n} 张不属于任何类别</translation>
    </message>
    <message>
        <source>{tried} tried</source>
        <translation>试了 {tried} 张</translation>
    </message>
    <message>
        <source>{n} could not be read</source>
        <translation>{n} 张无法读取</translation>
    </message>
    <message>
        <source>over white</source>
        <translation>叠加在白色上</translation>
    </message>
    <message>
        <source>over black</source>
        <translation>叠加在黑色上</translation>
    </message>
    <message>
        <source>as if they were opaque</source>
        <translation>视为不透明</translation>
    </message>
    <message>
        <source>transparent: alpha is fed, too</source>
        <translation>透明：同时送入 alpha</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>Predicted class while a place is covered</source>
        <translation>遮挡各位置时的预测类别</translation>
    </message>
    <message>
        <source>clear: still {name}</source>
        <translation>透明：仍为 {name}</translation>
    </message>
    <message>
        <source>pale: coarser</source>
        <translation>浅色：较粗略</translation>
    </message>
    <message>
        <source>scale {low} to {high}</source>
        <translation>刻度 {low} 到 {high}</translation>
    </message>
    <message>
        <source>{left} and {right}</source>
        <translation>{left} 和 {right}</translation>
    </message>
    <message>
        <source>{name} reaches {small} of {large}.</source>
        <translation>{name} 只达到 {small}，而最大为 {large}。</translation>
    </message>
    <message>
        <source>left: {title}, {meaning}</source>
        <translation>左：{title}，{meaning}</translation>
    </message>
    <message>
        <source>right: {title}, {meaning}</source>
        <translation>右：{title}，{meaning}</translation>
    </message>
    <message>
        <source>{height} × {width} px</source>
        <translation>{height} × {width} px</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络所见</translation>
    </message>
    <message>
        <source>{width} × {height} px · dashed: what is cut out</source>
        <translation>{width} × {height} px · 虚线：裁出的部分</translation>
    </message>
    <message>
        <source>As the network sees it</source>
        <translation>网络看到的样子</translation>
    </message>
    <message>
        <source>{channel} {low} to {high}</source>
        <translation>{channel} {low} 到 {high}</translation>
    </message>
    <message>
        <source>{channel} {low}</source>
        <translation>{channel} {low}</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>Open as an export</source>
        <translation>作为导出结果打开</translation>
    </message>
    <message>
        <source>Open as model</source>
        <translation>作为模型打开</translation>
    </message>
    <message>
        <source>Open as photo</source>
        <translation>作为照片打开</translation>
    </message>
    <message>
        <source>Rank this folder of photos</source>
        <translation>对此文件夹的照片排序</translation>
    </message>
    <message>
        <source>Read as class names of the model</source>
        <translation>作为模型的类别名称读取</translation>
    </message>
    <message>
        <source>NetGaze cannot open this kind of file</source>
        <translation>NetGaze 无法打开这种文件</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a photo here</source>
        <translation>将照片拖放到这里</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP, TIFF, BMP, GIF</source>
        <translation>JPEG、PNG、WebP、TIFF、BMP、GIF</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>打开照片…</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Chooses a photo to look at.</source>
        <translation>选择要查看的照片。</translation>
    </message>
</context>
<context>
    <name>Duel</name>
    <message>
        <source>Deletion</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Deletion: most important first</source>
        <translation>删除：先删最重要的</translation>
    </message>
    <message>
        <source>Insertion: into a blurred photo</source>
        <translation>插入：插入到模糊的照片中</translation>
    </message>
    <message>
        <source>area {own}, best rival {best}</source>
        <translation>面积 {own}，最佳对照图 {best}</translation>
    </message>
    <message>
        <source>{share} hidden: {own}, best rival {best}</source>
        <translation>隐去 {share}：{own}，最佳对照图 {best}</translation>
    </message>
    <message>
        <source>{share} shown: {own}, best rival {best}</source>
        <translation>显露 {share}：{own}，最佳对照图 {best}</translation>
    </message>
</context>
<context>
    <name>EndedRow</name>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>What is shown of the run (default: its curves).</source>
        <translation>显示训练的哪些内容（默认：曲线）。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Shows the new model in its folder.</source>
        <translation>在其文件夹中显示新模型。</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>Opens the new model like any other.</source>
        <translation>像打开其他模型一样打开新模型。</translation>
    </message>
</context>
<context>
    <name>Enlargeable</name>
    <message>
        <source>Stands in the left pane.</source>
        <translation>显示在左侧窗格中。</translation>
    </message>
</context>
<context>
    <name>EvidenceControls</name>
    <message>
        <source>Which class of each photo is explained: the true one, or the one that it is taken for (default: the true class).</source>
        <translation>解释每张照片的哪个类别：真实类别，或被认作的类别（默认：真实类别）。</translation>
    </message>
    <message>
        <source>the true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>the predicted class</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>The mean of the maps of a class, or how far they differ from photo to photo (default: mean).</source>
        <translation>一个类别的各图的均值，或它们在照片之间的差异程度（默认：均值）。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>离散度</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Which classes come first: those that a ninth of the picture sets apart most, those with most evidence near the border, or by name (default: stands out most).</source>
        <translation>哪些类别在前：画面的某个九分之一最与众不同的、靠近边框处证据最多的，或按名称（默认：最突出）。</translation>
    </message>
    <message>
        <source>stands out most</source>
        <translation>最突出</translation>
    </message>
    <message>
        <source>border</source>
        <translation>边框</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>How the layer is weighed (default: Grad-CAM).</source>
        <translation>对层加权的方法（默认：Grad-CAM）。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>The tensor whose channels are weighed (default: the one that Grad-CAM takes by itself).</source>
        <translation>对其通道加权的张量（默认：Grad-CAM 自动选用的张量）。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>How wide the border is, on each side, as a share of what the network sees (default: 14 %, a seventh).</source>
        <translation>每侧边框的宽度，占网络所见部分的比例（默认：14%，七分之一）。</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>边框</translation>
    </message>
    <message>
        <source>{method} at {layer}</source>
        <translation>{method}（{layer} 层）</translation>
    </message>
</context>
<context>
    <name>EvidenceMeasuring</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Timing evidence</source>
        <translation>正在测定证据用时</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Explains a class of every photo; Stop keeps what is measured.</source>
        <translation>解释每张照片的一个类别；“停止”会保留已测量的结果。</translation>
    </message>
    <message>
        <source>Show the photos</source>
        <translation>显示照片</translation>
    </message>
    <message>
        <source>Walks the photos that have most of their evidence there.</source>
        <translation>浏览证据最集中于此的照片。</translation>
    </message>
    <message>
        <source>Stopped at {done} of {total}.</source>
        <translation>停止于 {done} / {total}。</translation>
    </message>
    <message>
        <source>Mean {map} of the true class, each photo alike.</source>
        <translation>真实类别的平均 {map}，每张照片权重相同。</translation>
    </message>
    <message>
        <source>Deviation of {map} of the true class.</source>
        <translation>真实类别 {map} 的标准差。</translation>
    </message>
    <message>
        <source>Mean {map} of the predicted class, each photo alike.</source>
        <translation>预测类别的平均 {map}，每张照片权重相同。</translation>
    </message>
    <message>
        <source>Deviation of {map} of the predicted class.</source>
        <translation>预测类别 {map} 的标准差。</translation>
    </message>
    <message>
        <source>Border: {width} of what is seen on each side; tick: an even spread, {share}.</source>
        <translation>边框：所见部分每侧最外的 {width}；刻度线：均匀分布，{share}。</translation>
    </message>
</context>
<context>
    <name>EvidencePhotos</name>
    <message>
        <source>photos with the most evidence there first</source>
        <translation>证据最集中于此的照片在前</translation>
    </message>
    <message>
        <source>Photos with evidence there</source>
        <translation>证据在此处的照片</translation>
    </message>
    <message>
        <source>Open in Photos</source>
        <translation>在“照片”中打开</translation>
    </message>
    <message>
        <source>Shows these photos alone in Photos.</source>
        <translation>在“照片”中只显示这些照片。</translation>
    </message>
    <message>
        <source>{name}, {place}</source>
        <translation>{name}，{place}</translation>
    </message>
    <message>
        <source>{share} there</source>
        <translation>此处 {share}</translation>
    </message>
</context>
<context>
    <name>EvidenceTiles</name>
    <message>
        <source>Click a place of a picture to walk the photos with most there.</source>
        <translation>点击图中一处，浏览证据最集中于此的照片。</translation>
    </message>
    <message>
        <source>Mean evidence of each class</source>
        <translation>各类别的平均证据</translation>
    </message>
    <message>
        <source>border {share}</source>
        <translation>边框 {share}</translation>
    </message>
</context>
<context>
    <name>ExplainedChoice</name>
    <message>
        <source>The number whose change is drawn. The logit keeps its slope when the network is very sure; the probability does not (default: logit).</source>
        <translation>绘制哪个数的变化。网络非常确定时，logit 仍有斜率，概率则没有（默认：logit）。</translation>
    </message>
    <message>
        <source>Explains</source>
        <translation>解释对象</translation>
    </message>
    <message>
        <source>Logit</source>
        <translation>Logit</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>分差</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Interrupted export</source>
        <translation>被中断的导出</translation>
    </message>
    <message>
        <source>Copied the picture</source>
        <translation>已复制图片</translation>
    </message>
    <message>
        <source>Copied: {words}</source>
        <translation>已复制：{words}</translation>
    </message>
    <message>
        <source>Nothing to save yet: open a photo first</source>
        <translation>还没有可保存的内容：请先打开照片</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>图片另存为</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>Nothing to export yet: run a map first</source>
        <translation>还没有可导出的内容：请先生成热图</translation>
    </message>
    <message>
        <source>Export into folder</source>
        <translation>导出到文件夹</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds one already. Replace it, or save this one as &quot;{free}&quot;.</source>
        <translation>“{name}”中已有导出结果。替换它，或将这次的保存为“{free}”。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds one already ({title}). Replace it, or save this one as &quot;{free}&quot;.</source>
        <translation>“{name}”中已有导出结果（{title}）。替换它，或将这次的保存为“{free}”。</translation>
    </message>
</context>
<context>
    <name>FilterGrid</name>
    <message>
        <source>Filters of the first layer</source>
        <translation>第一层的滤波器</translation>
    </message>
    <message>
        <source>Filter {number}. Grey is zero; all have one scale.</source>
        <translation>滤波器 {number}。灰色为零；全部使用同一刻度。</translation>
    </message>
    <message>
        <source>What each filter of the first layer looks for.</source>
        <translation>第一层的每个滤波器所寻找的图案。</translation>
    </message>
</context>
<context>
    <name>Finetune</name>
    <message>
        <source>epoch {n}</source>
        <translation>第 {n} 轮</translation>
    </message>
    <message>
        <source>step {n}: {value}</source>
        <translation>第 {n} 步：{value}</translation>
    </message>
    <message>
        <source>smoothed {value}</source>
        <translation>平滑后 {value}</translation>
    </message>
    <message>
        <source>validation {value}</source>
        <translation>验证 {value}</translation>
    </message>
    <message>
        <source>Stopped before the first epoch ended: nothing was kept.</source>
        <translation>在第一轮结束前停止：没有保留任何结果。</translation>
    </message>
    <message>
        <source>Best epoch: {best} of {count}.</source>
        <translation>最佳轮次：第 {best} 轮，共 {count} 轮。</translation>
    </message>
    <message>
        <source>{file} has the best model so far.</source>
        <translation>{file} 中是目前的最佳模型。</translation>
    </message>
    <message>
        <source>Done in {duration}.</source>
        <translation>已完成，用时 {duration}。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>{file} predicts in ONNX Runtime what training measured.</source>
        <translation>{file} 在 ONNX Runtime 中的预测与训练时测得的一致。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>{height} × {width}, enlarged</source>
        <translation>{height} × {width}，已放大</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>SGD, momentum 0.9</source>
        <translation>SGD，动量 0.9</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>half a cosine, down to 0</source>
        <translation>半个余弦，降到 0</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>weights in the loss</source>
        <translation>损失加权</translation>
    </message>
    <message>
        <source>each class as often</source>
        <translation>各类别同样频繁</translation>
    </message>
    <message>
        <source>{training} train · {validation} validation · {test} test</source>
        <translation>训练 {training} · 验证 {validation} · 测试 {test}</translation>
    </message>
    <message>
        <source>rate {rate}: {value}</source>
        <translation>学习率 {rate}：{value}</translation>
    </message>
</context>
<context>
    <name>FinetunePanel</name>
    <message>
        <source>The network learns its classes from these photos.</source>
        <translation>网络从这些照片中学习它们的类别。</translation>
    </message>
    <message>
        <source>Open dataset</source>
        <translation>打开数据集</translation>
    </message>
    <message>
        <source>Save the new model as</source>
        <translation>新模型另存为</translation>
    </message>
    <message>
        <source>Open a model to train it.</source>
        <translation>打开模型即可训练它。</translation>
    </message>
    <message>
        <source>Saved epoch {epoch} as {file}</source>
        <translation>已将第 {epoch} 轮保存为 {file}</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Hides these steps; Help brings them back.</source>
        <translation>隐藏这些步骤；可从“帮助”中再次打开。</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>打开模型…</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Chooses an ONNX model to ask.</source>
        <translation>选择要使用的 ONNX 模型。</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>打开照片…</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Chooses a photo to look at.</source>
        <translation>选择要查看的照片。</translation>
    </message>
    <message>
        <source>Three clicks to the first answer</source>
        <translation>点击三次，得到第一个答案</translation>
    </message>
    <message>
        <source>Click the burger.</source>
        <translation>点击汉堡。</translation>
    </message>
    <message>
        <source>A grey patch covers that place; the scores answer at once.</source>
        <translation>灰色遮挡块盖住该处，分数立即变化。</translation>
    </message>
    <message>
        <source>Press Run map.</source>
        <translation>按“生成遮挡图”。</translation>
    </message>
    <message>
        <source>Every place is covered in turn; coloured ones matter.</source>
        <translation>依次遮挡每个位置；有颜色的位置起作用。</translation>
    </message>
    <message>
        <source>Bring your own.</source>
        <translation>使用您自己的文件。</translation>
    </message>
    <message>
        <source>Drop an ONNX model or a photo anywhere on this window.</source>
        <translation>将 ONNX 模型或照片拖放到此窗口的任意位置。</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>收起选项</translation>
    </message>
    <message>
        <source>Shows or hides the options that are needed less often.</source>
        <translation>显示或隐藏不常用的选项。</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Tries all ways on the photos of a folder with one folder per class.</source>
        <translation>用每个类别一个子文件夹的文件夹中的照片，试用所有方式。</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ends the trial; what was found so far stays.</source>
        <translation>结束试用；已得到的结果保留。</translation>
    </message>
    <message>
        <source>No labelled photos yet</source>
        <translation>尚无带标签的照片</translation>
    </message>
    <message>
        <source>a folder with one folder per class tells most</source>
        <translation>每个类别一个子文件夹的文件夹最能说明问题</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>GivenRow</name>
    <message>
        <source>One number for all of it, or all of its numbers with commas between them; nothing leaves it to NetGaze.</source>
        <translation>整个输入用一个数，或用逗号分隔的全部数值；留空则由 NetGaze 决定。</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no number. Write one such as 0.5.</source>
        <translation>“{text}”不是数。请写成 0.5 这样的数。</translation>
    </message>
</context>
<context>
    <name>GoingSection</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Goes on with the run that was stopped, from its last epoch.</source>
        <translation>从上次停止的训练的最后一轮继续。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop and keep best</source>
        <translation>停止并保留最佳</translation>
    </message>
    <message>
        <source>Ends the run; the best model so far is tested and kept (Ctrl+.).</source>
        <translation>结束训练；测试并保留目前的最佳模型 (Ctrl+.)。</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Lets the run wait behind its next step, or go on.</source>
        <translation>让训练在下一步之后暂停，或继续训练。</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>再次训练</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Trains a new model (Ctrl+Enter).</source>
        <translation>训练一个新模型 (Ctrl+Enter)。</translation>
    </message>
    <message>
        <source>Options are locked while training runs.</source>
        <translation>训练期间选项被锁定。</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>keeping the best…</source>
        <translation>正在保留最佳模型…</translation>
    </message>
</context>
<context>
    <name>GradCamControls</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Explains</source>
        <translation>解释对象</translation>
    </message>
    <message>
        <source>Keep what speaks against the class</source>
        <translation>保留不利于该类别的部分</translation>
    </message>
    <message>
        <source>Leaves the ReLU out: negative values speak against the class (default: off).</source>
        <translation>不使用 ReLU：负值表示不利于该类别（默认：关）。</translation>
    </message>
    <message>
        <source>Keep negative evidence</source>
        <translation>保留负面证据</translation>
    </message>
    <message>
        <source>Every layer</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>Shows every layer with places in the ladder; off, one for each convolution with its activation (default: off).</source>
        <translation>在逐层图中显示每个有位置的层；关闭时每个卷积连同其激活只显示一层（默认：关）。</translation>
    </message>
    <message>
        <source>Every layer in the ladder</source>
        <translation>逐层图中显示所有层</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>负值</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>逐层图</translation>
    </message>
    <message>
        <source>Explains the difference between the target and this class (default: the likeliest other one).</source>
        <translation>解释目标与此类别之差（默认：其余类别中最可能的）。</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>相对于</translation>
    </message>
    <message>
        <source>The tensor whose channels are weighed; late layers know the classes (default: automatic, the last one with places).</source>
        <translation>对其通道加权的张量；靠后的层了解类别（默认：自动，即最后一个有位置的层）。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
</context>
<context>
    <name>GradCamLens</name>
    <message>
        <source>no gradients here</source>
        <translation>这里没有梯度</translation>
    </message>
    <message>
        <source>this network has no attention</source>
        <translation>此网络没有注意力</translation>
    </message>
    <message>
        <source>attention stays within windows or channels here</source>
        <translation>这里的注意力只在窗口内或通道内</translation>
    </message>
    <message>
        <source>attention is hidden inside an operator here</source>
        <translation>这里的注意力隐藏在算子内部</translation>
    </message>
    <message>
        <source>with negative evidence</source>
        <translation>含负面证据</translation>
    </message>
    <message>
        <source>{quantity} {score}</source>
        <translation>{quantity} {score}</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>{height} × {width}, enlarged</source>
        <translation>{height} × {width}，已放大</translation>
    </message>
    <message>
        <source>Says little</source>
        <translation>说明不了多少</translation>
    </message>
    <message>
        <source>Says nothing</source>
        <translation>说明不了什么</translation>
    </message>
</context>
<context>
    <name>GradCamPanel</name>
    <message>
        <source>Makes the map by this method; Stop keeps it (Ctrl+Enter).</source>
        <translation>用此方法生成热图；“停止”会保留已有部分 (Ctrl+Enter)。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>The target layer by layer, input to output. Own scale each; hatched where nothing is left.</source>
        <translation>从输入到输出逐层显示目标。各用自己的刻度；斜线表示什么都没有留下。</translation>
    </message>
    <message>
        <source>Layer ladder</source>
        <translation>逐层图</translation>
    </message>
    <message>
        <source>The photo still shows the map of {method}. Run draws this.</source>
        <translation>照片上仍是 {method} 的热图。按“运行”绘制此方法的热图。</translation>
    </message>
    <message>
        <source>once the gradients are there</source>
        <translation>等梯度就绪</translation>
    </message>
    <message>
        <source>Run draws the map of this method.</source>
        <translation>按“运行”绘制此方法的热图。</translation>
    </message>
    <message>
        <source>Gradients are being made ready; this takes a few seconds the first time.</source>
        <translation>正在准备梯度；第一次需要几秒钟。</translation>
    </message>
</context>
<context>
    <name>Gradients</name>
    <message>
        <source>Loading the gradients</source>
        <translation>加载梯度</translation>
    </message>
    <message>
        <source>Checking gradients</source>
        <translation>检查梯度</translation>
    </message>
    <message>
        <source>Checking gradients…</source>
        <translation>正在检查梯度…</translation>
    </message>
    <message>
        <source>No gradients</source>
        <translation>没有梯度</translation>
    </message>
    <message>
        <source>Gradients not checked</source>
        <translation>梯度未检查</translation>
    </message>
    <message>
        <source>Logits of the torch twin and of ONNX Runtime differ by {difference} at most, on noise and a smooth picture.</source>
        <translation>在噪声和一张平滑图片上，torch 副本与 ONNX Runtime 的 logit 最多相差 {difference}。</translation>
    </message>
    <message>
        <source>✓ Gradients agree to {difference}</source>
        <translation>✓ 梯度一致，误差 {difference}</translation>
    </message>
    <message>
        <source>✓ Gradients agree to {difference}, the file rounds</source>
        <translation>✓ 梯度一致，误差 {difference}，文件有舍入</translation>
    </message>
    <message>
        <source>✓ Gradients agree to {difference} from {layer} on</source>
        <translation>✓ 自 {layer} 起梯度一致，误差 {difference}</translation>
    </message>
    <message>
        <source>Gradients differ</source>
        <translation>梯度不一致</translation>
    </message>
    <message>
        <source>Gradients differ from {layer} on</source>
        <translation>自 {layer} 起梯度不一致</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ends the scoring; what was scored is kept.</source>
        <translation>结束评分；已得到的分数保留。</translation>
    </message>
    <message>
        <source>Stop scoring</source>
        <translation>停止评分</translation>
    </message>
    <message>
        <source>Open dataset…</source>
        <translation>打开数据集…</translation>
    </message>
    <message>
        <source>Chooses a folder with one folder per class; nothing is changed.</source>
        <translation>选择每个类别一个子文件夹的文件夹；内容不会更改。</translation>
    </message>
    <message>
        <source>Open another dataset</source>
        <translation>打开另一个数据集</translation>
    </message>
    <message>
        <source>Score again</source>
        <translation>重新评分</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Scores all photos with the model that is open.</source>
        <translation>用当前打开的模型为所有照片评分。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Scores the photos that have no scores yet.</source>
        <translation>为还没有分数的照片评分。</translation>
    </message>
    <message>
        <source>Links that lead out of the folder are left out (default); this follows them and lists the folder anew.</source>
        <translation>指向文件夹之外的链接会被忽略（默认）；按此会跟随这些链接并重新列出文件夹。</translation>
    </message>
    <message>
        <source>Probabilities add up to 1 over these {n} classes; More ▸ Scores over shows them as the model gives them.</source>
        <translation>概率在这 {n} 个类别上总和为 1；“更多 ▸ 概率范围”可按模型给出的样子显示。</translation>
    </message>
</context>
<context>
    <name>HealthLine</name>
    <message>
        <source>{name}: {sentence}</source>
        <translation>{name}：{sentence}</translation>
    </message>
    <message>
        <source>Asks the question that has an answer.</source>
        <translation>改问一个有答案的问题。</translation>
    </message>
    <message>
        <source>NetGaze made a mistake when it made this map. Details are in the log.</source>
        <translation>NetGaze 在生成此热图时出错。详情见日志。</translation>
    </message>
</context>
<context>
    <name>Heap</name>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>How to read this map</source>
        <translation>如何解读这幅图</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>What&apos;s new</source>
        <translation>新功能</translation>
    </message>
    <message>
        <source>The page {name} is missing from this installation.</source>
        <translation>此安装中缺少 {name} 页面。</translation>
    </message>
    <message>
        <source>What ONNX Runtime wrote while CUDA was tried:</source>
        <translation>尝试 CUDA 时 ONNX Runtime 的输出：</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Trying what this machine can compute with…</source>
        <translation>正在检测这台计算机可用什么进行计算…</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>How often each value occurs</source>
        <translation>各个值出现的次数</translation>
    </message>
    <message>
        <source>How many places have a value; the counts are on a log axis.</source>
        <translation>各个值出现在多少个位置；计数采用对数轴。</translation>
    </message>
</context>
<context>
    <name>HowSection</name>
    <message>
        <source>How often all training photos are gone through (default: 4).</source>
        <translation>所有训练照片被学习的遍数（默认：4）。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>How large the steps are below the head (default: 0.0003; 0.00003 where everything trains).</source>
        <translation>分类头以下各层的步长（默认：0.0003；训练全部层时为 0.00003）。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Tries rates in a short sweep, and says which one suits.</source>
        <translation>用一次短暂的扫描试验各种学习率，并给出合适的值。</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>寻找…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>How</source>
        <translation>训练方式</translation>
    </message>
    <message>
        <source>Augment</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>flip, shift, scale</source>
        <translation>翻转、平移、缩放</translation>
    </message>
    <message>
        <source>Shows each photo a little otherwise every time: flipped, shifted by up to 30 pixels of 224, 0.9 to 1.1 times as large (default: on).</source>
        <translation>每次以略微不同的样子展示照片：翻转、在 224 像素中平移最多 30 像素、缩放到 0.9 到 1.1 倍（默认：开）。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Shows the photo that is open as training may see it.</source>
        <translation>显示当前照片在训练中可能的样子。</translation>
    </message>
    <message>
        <source>× {factor} in the head</source>
        <translation>分类头 × {factor}</translation>
    </message>
    <message>
        <source>batch {n}</source>
        <translation>批大小 {n}</translation>
    </message>
    <message>
        <source>seed {n}</source>
        <translation>种子 {n}</translation>
    </message>
</context>
<context>
    <name>ImageViewer</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>Judgement</name>
    <message>
        <source>Nothing was tried yet. Open a photo, or choose a folder.</source>
        <translation>还没有试过。请打开照片，或选择文件夹。</translation>
    </message>
    <message>
        <source>Trying the usual ways…</source>
        <translation>正在试用常见的方式…</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Keep {way}</source>
        <translation>保留 {way}</translation>
    </message>
    <message>
        <source>Keeps what is used now as what holds for this model.</source>
        <translation>确认现在使用的方式适用于此模型。</translation>
    </message>
    <message>
        <source>Use {way}</source>
        <translation>使用 {way}</translation>
    </message>
    <message>
        <source>Feeds the model so from now on; it is kept for this model.</source>
        <translation>从现在起用这种方式送入模型；该设置会为此模型保留。</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>Suspects</source>
        <translation>可疑照片</translation>
    </message>
    <message>
        <source>Review list</source>
        <translation>复核列表</translation>
    </message>
</context>
<context>
    <name>Key</name>
    <message>
        <source>Lets the photos of the class that is pointed at stand out.</source>
        <translation>突出显示鼠标所指类别的照片。</translation>
    </message>
    <message>
        <source>Classes of the chart</source>
        <translation>图中的类别</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>查找类别</translation>
    </message>
    <message>
        <source>every class</source>
        <translation>所有类别</translation>
    </message>
</context>
<context>
    <name>Labelled</name>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Lacking</name>
    <message>
        <source>Looking at the methods</source>
        <translation>查看可用的方法</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Layer ladder</source>
        <translation>逐层图</translation>
    </message>
    <message>
        <source>The map layer by layer, input to output.</source>
        <translation>从输入到输出逐层显示的图。</translation>
    </message>
</context>
<context>
    <name>LadderOrderRow</name>
    <message>
        <source>In which order the layers stand: as the network runs, or by insertion less deletion of each map, which is measured first (default: as the network runs).</source>
        <translation>各层的排列顺序：按网络运行的顺序（默认），或按每幅热图的“插入减删除”，后者需要先测量。</translation>
    </message>
    <message>
        <source>Input to output</source>
        <translation>从输入到输出</translation>
    </message>
    <message>
        <source>By trust</source>
        <translation>按可信度</translation>
    </message>
    <message>
        <source>Order of the ladder</source>
        <translation>逐层图的顺序</translation>
    </message>
    <message>
        <source>Stop measuring the layers</source>
        <translation>停止测量各层</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the window (default: that of the system).</source>
        <translation>窗口的语言（默认：跟随系统）。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>The language changes in a new window</source>
        <translation>语言将在新窗口中更改</translation>
    </message>
    <message>
        <source>What is being computed would stop.</source>
        <translation>正在进行的计算会停止。</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>现在打开</translation>
    </message>
</context>
<context>
    <name>LassoLine</name>
    <message>
        <source>Show in Photos</source>
        <translation>在“照片”中显示</translation>
    </message>
    <message>
        <source>Shows the photos in the lasso alone, in the order of Photos.</source>
        <translation>只显示套索内的照片，按“照片”中的顺序。</translation>
    </message>
    <message>
        <source>Mark…</source>
        <translation>标记…</translation>
    </message>
    <message>
        <source>Marks all photos in the lasso in your review list.</source>
        <translation>在复核列表中标记套索内的所有照片。</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Lets the photos in the lasso go.</source>
        <translation>取消套索选择。</translation>
    </message>
    <message>
        <source>Clear the lasso</source>
        <translation>清除套索</translation>
    </message>
    <message>
        <source>Drag around points to gather their photos; Shift adds.</source>
        <translation>拖动圈住若干点，即可选中它们的照片；按住 Shift 可追加。</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Notes that their labels are right, in your review list.</source>
        <translation>在复核列表中注明它们的标签正确。</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
    <message>
        <source>Notes that they are to be left out; the files stay.</source>
        <translation>注明不使用这些照片；文件保留。</translation>
    </message>
    <message>
        <source>Take their marks away</source>
        <translation>去掉标记</translation>
    </message>
    <message>
        <source>Leaves them without a mark in your review list.</source>
        <translation>使它们在复核列表中没有标记。</translation>
    </message>
</context>
<context>
    <name>LayingLine</name>
    <message>
        <source>Progress of the laying out</source>
        <translation>排布进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ends the laying out.</source>
        <translation>结束排布。</translation>
    </message>
    <message>
        <source>Stop laying out</source>
        <translation>停止排布</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>开始排布</translation>
    </message>
    <message>
        <source>Lays all photos out by likeness.</source>
        <translation>按相似程度排布所有照片。</translation>
    </message>
    <message>
        <source>t-SNE did not come to its end; PCA is shown.</source>
        <translation>t-SNE 没有完成；显示的是 PCA。</translation>
    </message>
    <message>
        <source>Photos were not laid out.</source>
        <translation>照片尚未排布。</translation>
    </message>
    <message>
        <source>PCA is shown until t-SNE has laid the photos out.</source>
        <translation>在 t-SNE 排布好照片之前，显示 PCA。</translation>
    </message>
    <message>
        <source>Photos are being laid out by likeness.</source>
        <translation>正在按相似程度排布照片。</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Hides or shows the map, which is shown by default (O); hold O to look under it.</source>
        <translation>隐藏或显示热图，默认显示 (O)；按住 O 可看到热图下面。</translation>
    </message>
    <message>
        <source>Show the map</source>
        <translation>显示热图</translation>
    </message>
    <message>
        <source>Scale each map</source>
        <translation>各图各自的刻度</translation>
    </message>
    <message>
        <source>Gives each map a scale of its own.</source>
        <translation>让每幅图使用自己的刻度。</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Opens colour map, scale and opacity.</source>
        <translation>打开颜色图、刻度和不透明度。</translation>
    </message>
</context>
<context>
    <name>Lens</name>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>层激活</translation>
    </message>
    <message>
        <source>Strongest channels</source>
        <translation>最强的通道</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Layer ladder</source>
        <translation>逐层图</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Second method</source>
        <translation>第二种方法</translation>
    </message>
    <message>
        <source>Occlusion map</source>
        <translation>遮挡图</translation>
    </message>
    <message>
        <source>Measuring the layers</source>
        <translation>测量各层</translation>
    </message>
    <message>
        <source>Measuring the methods</source>
        <translation>测量各方法</translation>
    </message>
    <message>
        <source>Measuring the map</source>
        <translation>测量热图</translation>
    </message>
</context>
<context>
    <name>Lenses</name>
    <message>
        <source>Predicted class</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>predicted, right</source>
        <translation>预测类别，正确</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>runner-up</source>
        <translation>第二位</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Turbo</source>
        <translation>Turbo</translation>
    </message>
    <message>
        <source>Jet</source>
        <translation>Jet</translation>
    </message>
    <message>
        <source>Blue–red</source>
        <translation>蓝–红</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
</context>
<context>
    <name>LookControls</name>
    <message>
        <source>Scale: this map</source>
        <translation>刻度：此图</translation>
    </message>
    <message>
        <source>Scale: shared</source>
        <translation>刻度：共用</translation>
    </message>
    <message>
        <source>Scale: each map</source>
        <translation>刻度：各图</translation>
    </message>
    <message>
        <source>Scale: symmetric</source>
        <translation>刻度：对称</translation>
    </message>
    <message>
        <source>Scale: fixed…</source>
        <translation>刻度：固定…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Trying {way}</source>
        <translation>正在试用 {way}</translation>
    </message>
    <message>
        <source>Esc goes back to {tab}</source>
        <translation>按 Esc 返回“{tab}”</translation>
    </message>
    <message>
        <source>Move over the photo to read its pixels</source>
        <translation>将鼠标移到照片上可读取像素</translation>
    </message>
</context>
<context>
    <name>MapOptions</name>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>px, down × across</source>
        <translation>px，纵向 × 横向</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <source>px, height × width</source>
        <translation>px，高 × 宽</translation>
    </message>
    <message>
        <source>At the border</source>
        <translation>边界处</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>How far the mask moves down between two places, in input pixels; a tenth of the input by default.</source>
        <translation>相邻两个位置之间掩膜向下移动的距离，以输入像素为单位；默认为输入的十分之一。</translation>
    </message>
    <message>
        <source>How far the mask moves across between two places, in input pixels; a tenth of the input by default.</source>
        <translation>相邻两个位置之间掩膜横向移动的距离，以输入像素为单位；默认为输入的十分之一。</translation>
    </message>
    <message>
        <source>Stride down</source>
        <translation>纵向步幅</translation>
    </message>
    <message>
        <source>Stride across</source>
        <translation>横向步幅</translation>
    </message>
    <message>
        <source>Height of the mask in input pixels; a fifth of it by default.</source>
        <translation>掩膜的高度，以输入像素为单位；默认为输入的五分之一。</translation>
    </message>
    <message>
        <source>Width of the mask in input pixels; a fifth of it by default.</source>
        <translation>掩膜的宽度，以输入像素为单位；默认为输入的五分之一。</translation>
    </message>
    <message>
        <source>Mask height</source>
        <translation>掩膜高度</translation>
    </message>
    <message>
        <source>Mask width</source>
        <translation>掩膜宽度</translation>
    </message>
    <message>
        <source>Clip the mask, so that every place is a centre</source>
        <translation>截断掩膜，使每个位置都能作中心</translation>
    </message>
    <message>
        <source>Masks are centred on every place and cut at the border, which is the default; without it they lie wholly inside and the border has no places.</source>
        <translation>掩膜以每个位置为中心，并在边界处截断，这是默认方式；否则掩膜完全位于内部，边界处没有位置。</translation>
    </message>
    <message>
        <source>Clip the mask at the border</source>
        <translation>在边界处截断掩膜</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Places per forward pass; automatic, the default, tries which number is fastest.</source>
        <translation>每次前向传播计算的位置数；默认为“自动”，会试出最快的数目。</translation>
    </message>
</context>
<context>
    <name>MapSection</name>
    <message>
        <source>Covers one place after another and draws how much the score drops.</source>
        <translation>依次遮挡各个位置，并绘制分数的降幅。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>遮挡图</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>精细度</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Side of the covering square in input pixels, a fifth of the input by default; larger squares give stronger, coarser answers.</source>
        <translation>遮挡方块的边长，以输入像素为单位，默认为输入的五分之一；方块越大，结果越强也越粗略。</translation>
    </message>
    <message>
        <source>Mask side</source>
        <translation>掩膜边长</translation>
    </message>
    <message>
        <source>How far the square moves between two places: a tenth of the input (Quick, the default), 1/28 of it (Fine), or one input pixel.</source>
        <translation>相邻两个位置之间方块移动的距离：输入的十分之一（快速，默认）、1/28（精细），或一个输入像素。</translation>
    </message>
    <message>
        <source>Covers all places, coarse to fine (Ctrl+Enter).</source>
        <translation>由粗到细遮挡所有位置 (Ctrl+Enter)。</translation>
    </message>
    <message>
        <source>Run map</source>
        <translation>生成遮挡图</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>精细</translation>
    </message>
    <message>
        <source>Every pixel</source>
        <translation>逐像素</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自定义</translation>
    </message>
</context>
<context>
    <name>MatchingCard</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Counts these photos as you said; it is remembered.</source>
        <translation>按您的指定计入这些照片；该设置会被记住。</translation>
    </message>
    <message>
        <source>Leave all out</source>
        <translation>全部排除</translation>
    </message>
    <message>
        <source>Shows the photos of these folders without counting them.</source>
        <translation>显示这些文件夹的照片，但不计入。</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Predicted, in the same order</source>
        <translation>预测类别，顺序相同</translation>
    </message>
</context>
<context>
    <name>Memory</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Recent photos</source>
        <translation>最近的照片</translation>
    </message>
    <message>
        <source>Recent models</source>
        <translation>最近的模型</translation>
    </message>
    <message>
        <source>Size of saved pictures</source>
        <translation>保存图片的尺寸</translation>
    </message>
    <message>
        <source>The longer side of the photo in pictures that are saved, in px (default: the photo&apos;s own size).</source>
        <translation>所保存图片中照片的长边，以 px 为单位（默认：照片的原尺寸）。</translation>
    </message>
    <message>
        <source>Draws all places of a map alike opaque (default: off: strong ones more).</source>
        <translation>以相同的不透明度绘制热图的所有位置（默认：关，即越强的位置越不透明）。</translation>
    </message>
    <message>
        <source>Even opacity</source>
        <translation>均匀不透明度</translation>
    </message>
    <message>
        <source>Draws the numbers of a map as blocks, not smoothed (default: off).</source>
        <translation>以方块绘制热图的数值，不作平滑（默认：关）。</translation>
    </message>
    <message>
        <source>Raw grid</source>
        <translation>原始网格</translation>
    </message>
    <message>
        <source>Shows the photo cut and resized as the network is fed, in its place (default: off).</source>
        <translation>在照片的位置显示裁剪并缩放后送入网络的样子（默认：关）。</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络所见</translation>
    </message>
    <message>
        <source>Shows the photos of the same folder below this one (default: off).</source>
        <translation>在照片下方显示同一文件夹的照片（默认：关）。</translation>
    </message>
    <message>
        <source>Photo strip</source>
        <translation>照片条</translation>
    </message>
    <message>
        <source>Converts photos of another colour profile, as most programs show them (default: off, as networks are trained).</source>
        <translation>像大多数程序那样转换带有其他颜色配置文件的照片（默认：关，与网络训练时一致）。</translation>
    </message>
    <message>
        <source>Convert photos to sRGB</source>
        <translation>将照片转换为 sRGB</translation>
    </message>
    <message>
        <source>Classic look (jet, even)</source>
        <translation>经典外观（jet，均匀）</translation>
    </message>
    <message>
        <source>Draws maps as most papers do: jet, all places alike opaque.</source>
        <translation>像大多数论文那样绘制热图：jet，所有位置同样不透明。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Colours of the window (default: those of the system).</source>
        <translation>窗口的颜色（默认：跟随系统）。</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copies the photo with its map, in the photo&apos;s own size.</source>
        <translation>按照片原尺寸复制叠加热图的照片。</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>Copies what the status bar says of this place.</source>
        <translation>复制状态栏中关于此处的内容。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Saves numbers and pictures into a new folder.</source>
        <translation>将数值和图片保存到新文件夹。</translation>
    </message>
    <message>
        <source>Save picture as…</source>
        <translation>图片另存为…</translation>
    </message>
    <message>
        <source>Saves what is shown, with its words, as one PNG.</source>
        <translation>将所显示的内容连同文字保存为一个 PNG。</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>Shows all of the photo, as large as there is room.</source>
        <translation>显示整张照片，并尽可能大。</translation>
    </message>
    <message>
        <source>The photo&apos;s own size</source>
        <translation>照片的原尺寸</translation>
    </message>
    <message>
        <source>{side} px, the longer side</source>
        <translation>长边 {side} px</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Runs networks on an NVIDIA graphics card where that works, else on the processor (default).</source>
        <translation>在可行时用 NVIDIA 显卡运行网络，否则用处理器（默认）。</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Runs networks on the processor alone.</source>
        <translation>只用处理器运行网络。</translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>Runs networks on an NVIDIA graphics card, and says so where that does not work.</source>
        <translation>用 NVIDIA 显卡运行网络，不可行时会说明。</translation>
    </message>
    <message>
        <source>CUDA, many inputs in TF32</source>
        <translation>CUDA，大量输入用 TF32</translation>
    </message>
    <message>
        <source>Computes maps of covered places with 10 bits of each number: faster. How far they are off is measured and said.</source>
        <translation>以每个数 10 位的精度计算遮挡图：更快。误差会测量并说明。</translation>
    </message>
    <message>
        <source>CUDA, many inputs in float16</source>
        <translation>CUDA，大量输入用 float16</translation>
    </message>
    <message>
        <source>Computes maps of covered places in float16: faster still, in half the memory. How far they are off is measured and said.</source>
        <translation>以 float16 计算遮挡图：还要更快，内存减半。误差会测量并说明。</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>{action} and go on.</source>
        <translation>{action}，然后继续。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Shows the facts for a report.</source>
        <translation>显示用于报告问题的信息。</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Closes this message.</source>
        <translation>关闭此消息。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Puts the details on the clipboard.</source>
        <translation>将详细信息放入剪贴板。</translation>
    </message>
</context>
<context>
    <name>MethodChoice</name>
    <message>
        <source>Weighs the maps of a layer</source>
        <translation>对层的各特征图加权</translation>
    </message>
    <message>
        <source>Follows the gradient to the pixels</source>
        <translation>沿梯度回到像素</translation>
    </message>
    <message>
        <source>Covers and watches, no gradients</source>
        <translation>遮挡并观察，不用梯度</translation>
    </message>
    <message>
        <source>Transformers only</source>
        <translation>仅限 Transformer</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Noisy copies of the photo (default: 25).</source>
        <translation>照片的加噪副本数（默认：25）。</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>掩膜数</translation>
    </message>
    <message>
        <source>Random grids, a pass each (default: 4,000).</source>
        <translation>随机网格数，每个需要一次前向传播（默认：4,000）。</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>方块数</translation>
    </message>
    <message>
        <source>Squares that are covered (default: 7 × 7).</source>
        <translation>被遮挡的方块（默认：7 × 7）。</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>The blank photo to begin at (default: black).</source>
        <translation>作为起点的空白照片（默认：黑色）。</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Strongest</source>
        <translation>最强</translation>
    </message>
    <message>
        <source>What stands for a block&apos;s heads (default: mean).</source>
        <translation>用什么代表一个块的各个注意力头（默认：均值）。</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>How the map is made (default: Grad-CAM).</source>
        <translation>生成热图的方法（默认：Grad-CAM）。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
</context>
<context>
    <name>MethodList</name>
    <message>
        <source>mean gradient × feature map</source>
        <translation>平均梯度 × 特征图</translation>
    </message>
    <message>
        <source>gradient × feature map, place by place</source>
        <translation>梯度 × 特征图，逐位置相乘</translation>
    </message>
    <message>
        <source>the same, rising gradients only</source>
        <translation>同上，只取上升的梯度</translation>
    </message>
    <message>
        <source>shows the photo through each map</source>
        <translation>透过每个特征图展示照片</translation>
    </message>
    <message>
        <source>adds it up from a blank photo to this one</source>
        <translation>从空白照片到此照片累加梯度</translation>
    </message>
    <message>
        <source>averages it over noisy copies</source>
        <translation>对加噪副本的梯度取平均</translation>
    </message>
    <message>
        <source>4,000 random grids</source>
        <translation>4,000 个随机网格</translation>
    </message>
    <message>
        <source>2,048 patterns of 49 squares, one fit</source>
        <translation>49 个方块的 2,048 种组合，一次拟合</translation>
    </message>
    <message>
        <source>covers one place after another</source>
        <translation>依次遮挡各个位置</translation>
    </message>
    <message>
        <source>follows attention, of no class</source>
        <translation>跟踪注意力，与类别无关</translation>
    </message>
    <message>
        <source>attention where it raises the score</source>
        <translation>能提高分数之处的注意力</translation>
    </message>
</context>
<context>
    <name>MethodOrderTable</name>
    <message>
        <source>Order the methods by trust</source>
        <translation>按可信度排列各方法</translation>
    </message>
    <message>
        <source>Makes the map of every method, RISE with 1,000 masks, LIME with 500 samples and SmoothGrad with 10, and measures each by insertion less deletion. One that would take over 2 minutes is left out, and said.</source>
        <translation>用每种方法生成热图（RISE 用 1,000 个掩膜，LIME 用 500 个样本，SmoothGrad 用 10 个），并以“插入减删除”测量每一幅。耗时会超过 2 分钟的方法将略去并说明。</translation>
    </message>
    <message>
        <source>Stop measuring the methods</source>
        <translation>停止测量各方法</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Area under the curve of insertion less that of deletion: the larger, the more the map can be trusted. A click on a heading sorts by it, a click on a method puts its map beside.</source>
        <translation>插入曲线下的面积减去删除曲线下的面积：越大，热图越可信。点击表头可按该列排序，点击某种方法可将其热图并排显示。</translation>
    </message>
    <message>
        <source>Methods by trust</source>
        <translation>按可信度排列的方法</translation>
    </message>
</context>
<context>
    <name>MethodSettings</name>
    <message>
        <source>The strongest so many are shown, a pass each (default: all).</source>
        <translation>展示最强的若干个，每个需要一次前向传播（默认：全部）。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Covers the rest (default: black).</source>
        <translation>遮住其余部分（默认：黑色）。</translation>
    </message>
    <message>
        <source>At how many points of the way the gradient is taken (default: 50).</source>
        <translation>在路径上多少个点处取梯度（默认：50）。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Summed</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation>幅值</translation>
    </message>
    <message>
        <source>How the colours of a pixel become one number (default: summed).</source>
        <translation>像素的各颜色如何合成一个数（默认：求和）。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Standard deviation of the noise, of the input&apos;s range (default: 15 %).</source>
        <translation>噪声的标准差，占输入范围的比例（默认：15%）。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Integrated</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>What is averaged: the gradient or integrated gradients (default: gradient).</source>
        <translation>对什么取平均：梯度或积分梯度（默认：梯度）。</translation>
    </message>
    <message>
        <source>Averages</source>
        <translation>取平均</translation>
    </message>
    <message>
        <source>Cells of a grid, down and across (default: 8).</source>
        <translation>网格纵向和横向的单元数（默认：8）。</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>The share of cells that is kept (default: 50 %).</source>
        <translation>保留的单元比例（默认：50%）。</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Covers the rest (default: grey).</source>
        <translation>遮住其余部分（默认：灰色）。</translation>
    </message>
    <message>
        <source>Places near the border are seen less often; this makes up for it (default: off).</source>
        <translation>靠近边界的位置较少被看到；此项对此作补偿（默认：关）。</translation>
    </message>
    <message>
        <source>Divide by how often a place was seen</source>
        <translation>除以各位置被看到的次数</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Patterns, a pass each (default: 2,048).</source>
        <translation>组合数，每个需要一次前向传播（默认：2,048）。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>The first block that is followed, from 0 on (default: 0).</source>
        <translation>开始跟踪的块，从 0 开始编号（默认：0）。</translation>
    </message>
    <message>
        <source>From block</source>
        <translation>起始块</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Of what is drawn by chance (default: 0).</source>
        <translation>随机抽取所用的种子（默认：0）。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
</context>
<context>
    <name>MetricsColumn</name>
    <message>
        <source>counts</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>of the true</source>
        <translation>占真实类别</translation>
    </message>
    <message>
        <source>of the predicted</source>
        <translation>占预测类别</translation>
    </message>
    <message>
        <source>What the cells say: counts, or shares of a row or of a column (default: counts).</source>
        <translation>单元格的含义：数量，或占一行或一列的比例（默认：数量）。</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Click a cell to see its photos.</source>
        <translation>点击单元格可查看其照片。</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>accuracy ({interval})</source>
        <translation>准确率（{interval}）</translation>
    </message>
    <message>
        <source>top five {share} %</source>
        <translation>前五 {share}%</translation>
    </message>
    <message>
        <source>calibration error {error}</source>
        <translation>校准误差 {error}</translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation>{name}（{count}）</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>另外 {n} 个</translation>
    </message>
    <message>
        <source>Few photos, below three quarters of the median: {names}.</source>
        <translation>照片较少，不到中位数的四分之三：{names}。</translation>
    </message>
</context>
<context>
    <name>MetricsLine</name>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Shows what is taken for what, in place of the photos.</source>
        <translation>显示哪些类别被认作哪些类别，取代照片列表。</translation>
    </message>
    <message>
        <source>accuracy ({interval})</source>
        <translation>准确率（{interval}）</translation>
    </message>
    <message>
        <source>most often: {true} taken for {other}, {count}</source>
        <translation>最多：{true} 被认作 {other}，{count}</translation>
    </message>
</context>
<context>
    <name>MistakeList</name>
    <message>
        <source>The commonest mistakes; a click shows their photos.</source>
        <translation>最常见的错误；点击可显示其照片。</translation>
    </message>
    <message>
        <source>Commonest mistakes</source>
        <translation>最常见的错误</translation>
    </message>
    <message>
        <source>{true} → {other}  {count}</source>
        <translation>{true} → {other}  {count}</translation>
    </message>
</context>
<context>
    <name>MoreOptions</name>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Head factor</source>
        <translation>分类头倍数</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>类别平衡</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Review list</source>
        <translation>复核列表</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>How weights are changed (default: SGD with a momentum of 0.9).</source>
        <translation>改变权重的方式（默认：动量为 0.9 的 SGD）。</translation>
    </message>
    <message>
        <source>How the learning rate goes on (default: constant).</source>
        <translation>学习率的变化方式（默认：恒定）。</translation>
    </message>
    <message>
        <source>What is done for classes with few photos (default: none).</source>
        <translation>对照片较少的类别所作的处理（默认：无）。</translation>
    </message>
    <message>
        <source>Photos of a step (default: 10).</source>
        <translation>每步的照片数（默认：10）。</translation>
    </message>
    <message>
        <source>Of the split, the head, the order and the augmentation: the same seed gives the same model (default: 0).</source>
        <translation>决定划分、分类头、顺序和增强：种子相同，模型就相同（默认：0）。</translation>
    </message>
    <message>
        <source>How much larger steps are in the new head (default: 10).</source>
        <translation>新分类头的步长是其他层的多少倍（默认：10）。</translation>
    </message>
    <message>
        <source>Pulls weights and biases towards 0, L2 (default: 0.0001).</source>
        <translation>将权重和偏置拉向 0，L2（默认：0.0001）。</translation>
    </message>
    <message>
        <source>the dataset&apos;s own, or 60, 20, 20</source>
        <translation>自带，否则 60, 20, 20</translation>
    </message>
    <message>
        <source>Shares of training, validation and test photos (default: the dataset&apos;s own parts; without any 60, 20, 20).</source>
        <translation>训练、验证和测试照片的比例（默认：数据集自身的划分；没有则为 60, 20, 20）。</translation>
    </message>
    <message>
        <source>learns its statistics</source>
        <translation>学习统计量</translation>
    </message>
    <message>
        <source>Lets batch norm learn the statistics of these photos; off, it keeps those of the file (default: off).</source>
        <translation>让批归一化学习这些照片的统计量；关闭时保持文件中的统计量（默认：关）。</translation>
    </message>
    <message>
        <source>train with it</source>
        <translation>用于训练</translation>
    </message>
    <message>
        <source>Leaves photos out, relabels or crops them as marked in Ranking (default: on).</source>
        <translation>按“排序”中的标记排除照片、改标签或裁剪（默认：开）。</translation>
    </message>
    <message>
        <source>as 32-bit floats</source>
        <translation>保存为 32 位浮点数</translation>
    </message>
    <message>
        <source>Writes a model of 16-bit floats with 32-bit ones; off, it stays as it was (default: off).</source>
        <translation>将 16 位浮点数的模型写成 32 位；关闭时保持原样（默认：关）。</translation>
    </message>
    <message>
        <source>Save as 32-bit floats</source>
        <translation>保存为 32 位浮点数</translation>
    </message>
    <message>
        <source>Chooses where the new model is to stand.</source>
        <translation>选择新模型的保存位置。</translation>
    </message>
    <message>
        <source>Three numbers are wanted, as in 60, 20, 20.</source>
        <translation>请输入三个数，如 60, 20, 20。</translation>
    </message>
</context>
<context>
    <name>NamingSection</name>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Reads the classes&apos; names from a file; one may also be dropped on the window.</source>
        <translation>从文件读取类别名称；也可以把文件拖放到窗口上。</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>{names} for {scores} scores, {source}.</source>
        <translation>{names}，对应 {scores} 个分数，{source}。</translation>
    </message>
    <message>
        <source>Gives the names to the scores in the order that fits better.</source>
        <translation>按更合适的顺序把名称赋给各个分数。</translation>
    </message>
    <message>
        <source>Move them</source>
        <translation>移动名称</translation>
    </message>
    <message>
        <source>Takes the names with this change, and keeps them for the model.</source>
        <translation>采用作此更改的名称，并为该模型保留。</translation>
    </message>
    <message>
        <source>Use them so</source>
        <translation>这样使用</translation>
    </message>
</context>
<context>
    <name>Neighbouring</name>
    <message>
        <source>Neighbours</source>
        <translation>近邻</translation>
    </message>
    <message>
        <source>Similar photos</source>
        <translation>相似照片</translation>
    </message>
</context>
<context>
    <name>NeighboursPage</name>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>How photos are laid out: t-SNE keeps near what is near; PCA shows the two directions in which they differ most. t-SNE needs scikit-learn.</source>
        <translation>照片的排布方式：t-SNE 使相近的保持相近；PCA 显示差异最大的两个方向。t-SNE 需要 scikit-learn。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>排布</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>What the colours say: the true class, or the predicted one.</source>
        <translation>颜色的含义：真实类别或预测类别。</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>Only mistakes</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>Hides photos that are predicted right (default: off).</source>
        <translation>隐藏预测正确的照片（默认：关）。</translation>
    </message>
    <message>
        <source>About how many neighbours a photo has in t-SNE (default: 30).</source>
        <translation>在 t-SNE 中一张照片大约有多少个近邻（默认：30）。</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>Another seed draws another layout, as true (default: 0).</source>
        <translation>换一个种子会得到另一种同样有效的排布（默认：0）。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>t-SNE of the {n} pooled features, perplexity {perplexity}, seed {seed}.</source>
        <translation>{n} 个池化特征的 t-SNE，困惑度 {perplexity}，种子 {seed}。</translation>
    </message>
    <message>
        <source>Alike to the network means close here; gaps between groups mean nothing.</source>
        <translation>网络认为相似的照片在这里靠近；各组之间的空隙没有意义。</translation>
    </message>
    <message>
        <source>The first two principal components of {n} features.</source>
        <translation>{n} 个特征的前两个主成分。</translation>
    </message>
    <message>
        <source>Alike to the network means close here, not the reverse.</source>
        <translation>网络认为相似的照片在这里靠近，反之不一定。</translation>
    </message>
    <message>
        <source>{drawn} of {total} drawn.</source>
        <translation>绘制了 {drawn} / {total}。</translation>
    </message>
    <message>
        <source>Alike to the network</source>
        <translation>网络认为相似</translation>
    </message>
</context>
<context>
    <name>NetGraph</name>
    <message>
        <source>Drawn network</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>Scroll to zoom, drag to move; click a box to choose its layer.</source>
        <translation>滚动缩放，拖动移动；点击方框选择其层。</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>{amount} multiply-adds</source>
        <translation>{amount} 次乘加</translation>
    </message>
    <message>
        <source>{amount} activations</source>
        <translation>激活值 {amount}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation>均值 {value}</translation>
    </message>
    <message>
        <source>{share} zeros</source>
        <translation>{share} 为零</translation>
    </message>
    <message>
        <source>{n} G</source>
        <translation>{n} G</translation>
    </message>
    <message>
        <source>{n} M</source>
        <translation>{n} M</translation>
    </message>
    <message>
        <source>{n} k</source>
        <translation>{n} k</translation>
    </message>
    <message>
        <source>{n} GB</source>
        <translation>{n} GB</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} kB</translation>
    </message>
    <message>
        <source>{n} B</source>
        <translation>{n} B</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Click to see every node of these blocks.</source>
        <translation>点击可查看这些块的每个节点。</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>边缘</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Drawing the network</source>
        <translation>绘制网络</translation>
    </message>
    <message>
        <source>Reading weights</source>
        <translation>读取权重</translation>
    </message>
    <message>
        <source>Listing the strongest</source>
        <translation>列出最强通道</translation>
    </message>
</context>
<context>
    <name>NetworkSection</name>
    <message>
        <source>Find a node</source>
        <translation>查找节点</translation>
    </message>
    <message>
        <source>Leaves the rows with these letters in name, operator or shape.</source>
        <translation>只留下名称、算子或形状中包含这些字母的行。</translation>
    </message>
    <message>
        <source>Chosen node</source>
        <translation>所选节点</translation>
    </message>
    <message>
        <source>Shows the chosen node in the drawing, in a readable size.</source>
        <translation>在网络图中以可读的大小显示所选节点。</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>Shows all of the drawing.</source>
        <translation>显示整幅网络图。</translation>
    </message>
</context>
<context>
    <name>NodeCard</name>
    <message>
        <source>Previous weight</source>
        <translation>上一个权重</translation>
    </message>
    <message>
        <source>Goes one weight back.</source>
        <translation>后退一个权重。</translation>
    </message>
    <message>
        <source>Next weight</source>
        <translation>下一个权重</translation>
    </message>
    <message>
        <source>Goes one weight on.</source>
        <translation>前进一个权重。</translation>
    </message>
    <message>
        <source>How many weights have a value; the counts are on a log axis.</source>
        <translation>各个值对应的权重个数；计数采用对数轴。</translation>
    </message>
    <message>
        <source>No node is chosen</source>
        <translation>未选择节点</translation>
    </message>
    <message>
        <source>Click a row, or a box of the drawing.</source>
        <translation>点击表中一行或图中一个方框。</translation>
    </message>
    <message>
        <source>This node has no weights.</source>
        <translation>此节点没有权重。</translation>
    </message>
</context>
<context>
    <name>NodeModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Strongest</source>
        <translation>最强</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>乘加次数</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>The node&apos;s name, shortened; the tooltip has the full one.</source>
        <translation>节点的名称（缩写）；完整名称见工具提示。</translation>
    </message>
    <message>
        <source>The ONNX operator.</source>
        <translation>ONNX 算子。</translation>
    </message>
    <message>
        <source>Shape of what it gives for one photo.</source>
        <translation>对一张照片的输出形状。</translation>
    </message>
    <message>
        <source>The channel that holds its maximum, and the maximum.</source>
        <translation>最大值所在的通道，以及最大值。</translation>
    </message>
    <message>
        <source>How it computes: kernel, stride, pads, groups and the like.</source>
        <translation>计算方式：卷积核、步幅、填充、分组等。</translation>
    </message>
    <message>
        <source>Weights that it is the first to use.</source>
        <translation>由此节点首先使用的权重。</translation>
    </message>
    <message>
        <source>Multiplications with an addition, for one photo.</source>
        <translation>一张照片所需的乘加次数。</translation>
    </message>
    <message>
        <source>Bytes of what it gives.</source>
        <translation>输出所占的字节数。</translation>
    </message>
</context>
<context>
    <name>NodeTable</name>
    <message>
        <source>Nodes of the network</source>
        <translation>网络的节点</translation>
    </message>
    <message>
        <source>Click a head to sort, a row to look at its channels.</source>
        <translation>点击表头排序，点击一行查看其通道。</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>A whole number from {low} to {high} is wanted.</source>
        <translation>请输入 {low} 到 {high} 之间的整数。</translation>
    </message>
    <message>
        <source>{number} is outside of {low} to {high}.</source>
        <translation>{number} 超出 {low} 到 {high} 的范围。</translation>
    </message>
</context>
<context>
    <name>NumberSlider</name>
    <message>
        <source>{name}, number</source>
        <translation>{name}，数值</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
</context>
<context>
    <name>Occlusion</name>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>mask {height} × {width}, stride {stride}</source>
        <translation>掩膜 {height} × {width}，步幅 {stride}</translation>
    </message>
    <message>
        <source>From other options</source>
        <translation>来自其他选项</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Stopped at {done} of {total}</source>
        <translation>停止于 {done} / {total}</translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation>预测类别</translation>
    </message>
    <message>
        <source>drop in {quantity}</source>
        <translation>降幅（{quantity}）</translation>
    </message>
    <message>
        <source>remaining {quantity}</source>
        <translation>剩余值（{quantity}）</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>绘图</translation>
    </message>
</context>
<context>
    <name>OcclusionPanel</name>
    <message>
        <source>Open a model to see its scores.</source>
        <translation>打开模型即可查看其分数。</translation>
    </message>
    <message>
        <source>Open a photo first.</source>
        <translation>请先打开照片。</translation>
    </message>
</context>
<context>
    <name>OcclusionSaving</name>
    <message>
        <source>patch</source>
        <translation>遮挡块</translation>
    </message>
</context>
<context>
    <name>OpenedNetwork</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>NetGaze opens ONNX models and photos, not {names}.</source>
        <translation>NetGaze 打开 ONNX 模型和照片，不能打开 {names}。</translation>
    </message>
    <message>
        <source>This file cannot be opened</source>
        <translation>无法打开此文件</translation>
    </message>
    <message>
        <source>You last looked at {photo} through {model}.</source>
        <translation>上次您用 {model} 查看了 {photo}。</translation>
    </message>
    <message>
        <source>Go on where you stopped</source>
        <translation>从上次停下的地方继续</translation>
    </message>
    <message>
        <source>Open both</source>
        <translation>打开两者</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Compare with model</source>
        <translation>与其他模型比较</translation>
    </message>
    <message>
        <source>Open dataset</source>
        <translation>打开数据集</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Toy food (demo)</source>
        <translation>玩具食物（演示）</translation>
    </message>
    <message>
        <source>Demo photos</source>
        <translation>演示照片</translation>
    </message>
    <message>
        <source>Open a model to see its scores.</source>
        <translation>打开模型即可查看其分数。</translation>
    </message>
    <message>
        <source>Preprocessing was guessed: {reason}. Click to check.</source>
        <translation>预处理是猜测的：{reason}。点击可检查。</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
    <message>
        <source>{problem} {name} stays open.</source>
        <translation>{problem}{name} 仍保持打开。</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>打开其他文件…</translation>
    </message>
    <message>
        <source>Say its axes…</source>
        <translation>指定各轴…</translation>
    </message>
    <message>
        <source>{profile}, read as sRGB</source>
        <translation>{profile}，按 sRGB 读取</translation>
    </message>
    <message>
        <source>converted from {profile}</source>
        <translation>从 {profile} 转换</translation>
    </message>
    <message>
        <source>one at a time</source>
        <translation>逐个计算</translation>
    </message>
    <message>
        <source>This model&apos;s answer to an input depends on what else is in its batch, so each input has a forward pass of its own. Maps take longer.</source>
        <translation>此模型对一个输入的答案取决于同一批中的其他输入，因此每个输入单独进行一次前向传播。生成热图需要更长时间。</translation>
    </message>
    <message>
        <source>not repeatable</source>
        <translation>不可重复</translation>
    </message>
    <message>
        <source>This model gives another answer each time it sees the same input. Small differences in a map may be chance.</source>
        <translation>此模型每次看到同一输入都给出不同的答案。热图中的细微差别可能是随机的。</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>按原样</translation>
    </message>
    <message>
        <source>ONNX Runtime&apos;s optimiser changes the answers of this model, so it is run node by node, as the file says. Passes take longer.</source>
        <translation>ONNX Runtime 的优化器会改变此模型的答案，因此按文件所写逐个节点运行。前向传播需要更长时间。</translation>
    </message>
    <message>
        <source>RGBA, opaque</source>
        <translation>RGBA，不透明</translation>
    </message>
    <message>
        <source>This model takes four channels. It is fed RGBA, all opaque: a photo&apos;s own transparency was laid over a ground.</source>
        <translation>此模型需要四个通道。送入的是完全不透明的 RGBA：照片自身的透明部分已叠加在底色上。</translation>
    </message>
    <message>
        <source>in float32</source>
        <translation>以 float32 计算</translation>
    </message>
    <message>
        <source>This model computes in bfloat16. Here it computes in float32, which is more exact.</source>
        <translation>此模型以 bfloat16 计算。这里以 float32 计算，更为精确。</translation>
    </message>
    <message>
        <source>several outputs</source>
        <translation>多个输出</translation>
    </message>
    <message>
        <source>“{output}” is read; {others} could hold the classes, too. Click to choose.</source>
        <translation>读取的是“{output}”；{others} 也可能含有类别。点击可选择。</translation>
    </message>
    <message>
        <source>Nobody says what the model is given beside the photo: {inputs}. Click to say it.</source>
        <translation>除照片外还应给模型什么，没有说明：{inputs}。点击可指定。</translation>
    </message>
    <message>
        <source>as you chose</source>
        <translation>按您的选择</translation>
    </message>
    <message>
        <source>from the file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>sidecar</source>
        <translation>伴随文件</translation>
    </message>
    <message>
        <source>crop {side}</source>
        <translation>裁剪 {side}</translation>
    </message>
    <message>
        <source>squash {side}</source>
        <translation>拉伸 {side}</translation>
    </message>
    <message>
        <source>letterbox {side}</source>
        <translation>加边 {side}</translation>
    </message>
</context>
<context>
    <name>OrderControls</name>
    <message>
        <source>Rank by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>The number that photos are ranked by: the score of a class, the loss or margin of the true one, the largest score, the doubt, or a channel of a layer (default: score).</source>
        <translation>照片排序所依据的数：某类别的分数、真实类别的损失或分差、最高分数、不确定程度，或某层的一个通道（默认：分数）。</translation>
    </message>
    <message>
        <source>Whose score counts: a class&apos;s, or each photo&apos;s own true class&apos;s (default: its own).</source>
        <translation>采用谁的分数：某个类别，或每张照片自己的真实类别（默认：自己的）。</translation>
    </message>
    <message>
        <source>Score of</source>
        <translation>分数所属</translation>
    </message>
    <message>
        <source>its own class</source>
        <translation>自己的类别</translation>
    </message>
    <message>
        <source>largest first</source>
        <translation>从大到小</translation>
    </message>
    <message>
        <source>smallest first</source>
        <translation>从小到大</translation>
    </message>
    <message>
        <source>Which end of the ranking comes first (default: the largest).</source>
        <translation>排序的哪一端在前（默认：最大的）。</translation>
    </message>
    <message>
        <source>Which come first</source>
        <translation>哪一端在前</translation>
    </message>
    <message>
        <source>The layer whose channel counts (default: the last with places).</source>
        <translation>所用通道的层（默认：最后一个有位置的层）。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The channel of the layer, counted from 0 (default: 0).</source>
        <translation>该层的通道，从 0 开始编号（默认：0）。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>What of the channel&apos;s map counts: its largest value, or its mean (default: the maximum).</source>
        <translation>采用通道图的哪个数：最大值或均值（默认：最大值）。</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Of its map</source>
        <translation>通道图的</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>What is read of the class: its probability from 0 to 1, or its logit (default: probability).</source>
        <translation>读取类别的哪个数：0 到 1 的概率，或 logit（默认：概率）。</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>Over which classes probabilities add up to 1: those of the dataset, or all that the model knows.</source>
        <translation>概率在哪些类别上总和为 1：数据集的类别，或模型所知的全部类别。</translation>
    </message>
    <message>
        <source>Scores over</source>
        <translation>概率范围</translation>
    </message>
    <message>
        <source>Nine at random</source>
        <translation>随机九张</translation>
    </message>
    <message>
        <source>Shows nine of these photos by chance; again: nine others.</source>
        <translation>从这些照片中随机显示九张；再按一次换九张。</translation>
    </message>
</context>
<context>
    <name>OwnNumbers</name>
    <message>
        <source>The order of the colours in the network&apos;s input (default: RGB).</source>
        <translation>网络输入中颜色的顺序（默认：RGB）。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Factor on pixel values from 0 to 255; 1/255 may be written so (default: 1/255).</source>
        <translation>0 到 255 的像素值所乘的系数；可写成 1/255（默认：1/255）。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放系数</translation>
    </message>
    <message>
        <source>Taken away after scaling: one number, or one for each channel (default: that of the guess).</source>
        <translation>缩放后减去：一个数，或每个通道一个数（默认：猜测的值）。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Divided by at the end: one number, or one for each channel (default: that of the guess).</source>
        <translation>最后除以：一个数，或每个通道一个数（默认：猜测的值）。</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no number. Write one such as 0.5, or one for each channel with blanks between them.</source>
        <translation>“{text}”不是数。请写成 0.5 这样的数，或用空格分隔、每个通道一个数。</translation>
    </message>
</context>
<context>
    <name>PageChoice</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Suspects</source>
        <translation>可疑照片</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>近邻</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Which photos in which order, how each class fares, which labels are doubtful, what is alike to the network, and where it looks.</source>
        <translation>哪些照片以何种顺序、各类别表现如何、哪些标签可疑、网络认为哪些相似，以及它看向哪里。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Part of the photos: of their own split, or 60, 20, 20 % of each class (default: all photos).</source>
        <translation>部分照片：按数据集自身的划分，或每个类别的 60、20、20%（默认：所有照片）。</translation>
    </message>
    <message>
        <source>Part of the split</source>
        <translation>划分的部分</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>近邻</translation>
    </message>
    <message>
        <source>The models have not been compared yet.</source>
        <translation>尚未比较两个模型。</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>层激活</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Stopped. Choose this tab again to go on.</source>
        <translation>已停止。再次选择此选项卡可继续。</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排序</translation>
    </message>
</context>
<context>
    <name>PhotoField</name>
    <message>
        <source>Photos in order</source>
        <translation>按顺序的照片</translation>
    </message>
    <message>
        <source>The arrow keys walk the photos; Enter opens one in its tab.</source>
        <translation>用箭头键浏览照片；按 Enter 在其选项卡中打开。</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Click a photo to look at it; the arrow keys do the same.</source>
        <translation>点击照片即可查看；也可以用箭头键。</translation>
    </message>
    <message>
        <source>Photos of this folder</source>
        <translation>此文件夹的照片</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>No photo fits these filters.</source>
        <translation>没有照片符合这些筛选条件。</translation>
    </message>
    <message>
        <source>true: {name}</source>
        <translation>真实：{name}</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Covered with the blurred photo: {score}</source>
        <translation>用模糊的照片遮挡：{score}</translation>
    </message>
    <message>
        <source>Covered with {color} (R, G, B): {score}</source>
        <translation>用 {color}（R、G、B）遮挡：{score}</translation>
    </message>
</context>
<context>
    <name>Pins</name>
    <message>
        <source>A vector has no places.</source>
        <translation>向量没有位置。</translation>
    </message>
    <message>
        <source>B gives {b}, A {a}.</source>
        <translation>B 为 {b}，A 为 {a}。</translation>
    </message>
    <message>
        <source>A and B from {low} to {high}</source>
        <translation>A 和 B 从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>A − B from {low} to {high}</source>
        <translation>A − B 从 {low} 到 {high}</translation>
    </message>
</context>
<context>
    <name>PinsSection</name>
    <message>
        <source>Pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>Add photo B…</source>
        <translation>添加照片 B…</translation>
    </message>
    <message>
        <source>Shows the same channels of a second photo beside this one.</source>
        <translation>在旁边显示第二张照片的相同通道。</translation>
    </message>
    <message>
        <source>Add photo B</source>
        <translation>添加照片 B</translation>
    </message>
    <message>
        <source>Difference A − B</source>
        <translation>差值 A − B</translation>
    </message>
    <message>
        <source>Draws what the channel gives for A more than for B, over photo A.</source>
        <translation>在照片 A 上绘制该通道在 A 中比在 B 中强多少。</translation>
    </message>
    <message>
        <source>Remove photo B</source>
        <translation>移除照片 B</translation>
    </message>
    <message>
        <source>Looks at one photo alone again.</source>
        <translation>恢复为只看一张照片。</translation>
    </message>
    <message>
        <source>Looks at A alone, not {photo}.</source>
        <translation>只看 A，不看 {photo}。</translation>
    </message>
</context>
<context>
    <name>PreprocessingPage</name>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Labelled photos</source>
        <translation>带标签的照片</translation>
    </message>
    <message>
        <source>First class of this photo, by each way.</source>
        <translation>各种方式下此照片的首位类别。</translation>
    </message>
    <message>
        <source>Top line: first class of this photo. Dot: share of the folder’s photos that are right, with its 95 % interval.</source>
        <translation>上行：此照片的首位类别。圆点：文件夹中预测正确的照片比例及其 95% 区间。</translation>
    </message>
    <message>
        <source>Top line: first class of this photo. Dot: share of the folder’s photos on which a way says what most ways say, with its 95 % interval.</source>
        <translation>上行：此照片的首位类别。圆点：文件夹中与多数方式结论一致的照片比例及其 95% 区间。</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Nine inputs as training may see them.</source>
        <translation>训练中可能看到的九个输入。</translation>
    </message>
    <message>
        <source>Augmented photos</source>
        <translation>增强后的照片</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>换一批</translation>
    </message>
    <message>
        <source>Draws nine others.</source>
        <translation>另外绘制九个。</translation>
    </message>
    <message>
        <source>What the network may see of this photo while it learns.</source>
        <translation>网络在学习时可能看到的此照片的样子。</translation>
    </message>
</context>
<context>
    <name>ProbeSection</name>
    <message>
        <source>Side of the covering square in input pixels (default: that of the map&apos;s mask).</source>
        <translation>遮挡方块的边长，以输入像素为单位（默认：遮挡图掩膜的边长）。</translation>
    </message>
    <message>
        <source>Patch side</source>
        <translation>遮挡块边长</translation>
    </message>
    <message>
        <source>Click the photo to cover a place. Drag the patch to move it.</source>
        <translation>点击照片遮挡一处。拖动可移动遮挡块。</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>探测</translation>
    </message>
    <message>
        <source>Remove patch</source>
        <translation>移除遮挡块</translation>
    </message>
    <message>
        <source>Takes the patch away, as Esc does.</source>
        <translation>移除遮挡块，与按 Esc 相同。</translation>
    </message>
    <message>
        <source>input pixels, from 0</source>
        <translation>输入像素，从 0 开始</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>First row that is covered, in input pixels from 0, as the read-out says them, too (default: where the patch was laid).</source>
        <translation>被遮挡的第一行，以输入像素为单位，从 0 开始，与读数一致（默认：放置遮挡块之处）。</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>第一行</translation>
    </message>
    <message>
        <source>Last row that is covered, in input pixels from 0, as the read-out says them, too (default: where the patch was laid).</source>
        <translation>被遮挡的最后一行，以输入像素为单位，从 0 开始，与读数一致（默认：放置遮挡块之处）。</translation>
    </message>
    <message>
        <source>Last row</source>
        <translation>最后一行</translation>
    </message>
    <message>
        <source>First column that is covered, in input pixels from 0, as the read-out says them, too (default: where the patch was laid).</source>
        <translation>被遮挡的第一列，以输入像素为单位，从 0 开始，与读数一致（默认：放置遮挡块之处）。</translation>
    </message>
    <message>
        <source>First column</source>
        <translation>第一列</translation>
    </message>
    <message>
        <source>Last column that is covered, in input pixels from 0, as the read-out says them, too (default: where the patch was laid).</source>
        <translation>被遮挡的最后一列，以输入像素为单位，从 0 开始，与读数一致（默认：放置遮挡块之处）。</translation>
    </message>
    <message>
        <source>Last column</source>
        <translation>最后一列</translation>
    </message>
    <message>
        <source>Probability of {label}, before → after</source>
        <translation>{label} 的概率，之前 → 之后</translation>
    </message>
    <message>
        <source>The prediction …</source>
        <translation>预测结果…</translation>
    </message>
    <message>
        <source>The prediction stays {name}.</source>
        <translation>预测仍为 {name}。</translation>
    </message>
    <message>
        <source>The prediction becomes {name} ({score}).</source>
        <translation>预测变为 {name}（{score}）。</translation>
    </message>
</context>
<context>
    <name>Probing</name>
    <message>
        <source>Patch</source>
        <translation>遮挡块</translation>
    </message>
</context>
<context>
    <name>Ranking</name>
    <message>
        <source>All photos</source>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>said: probability of the first class</source>
        <translation>网络的判断：首位类别的概率</translation>
    </message>
    <message>
        <source>Confidence against share right</source>
        <translation>置信度与正确比例</translation>
    </message>
    <message>
        <source>How often each confidence was right</source>
        <translation>各置信度下正确的频率</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>A click sorts by name.</source>
        <translation>点击按名称排序。</translation>
    </message>
    <message>
        <source>Photos of the class: training, validation, test. Amber is below three quarters of the median. A click sorts.</source>
        <translation>该类别的照片：训练、验证、测试。琥珀色表示不到中位数的四分之三。点击排序。</translation>
    </message>
    <message>
        <source>Of what is taken for the class, the share that is it. Bold is below 0.5. A click sorts.</source>
        <translation>被认作该类别的照片中，确实属于它的比例。粗体表示低于 0.5。点击排序。</translation>
    </message>
    <message>
        <source>Of the photos of the class, the share that is recognised. Bold is below 0.5. A click sorts.</source>
        <translation>该类别的照片中，被正确识别的比例。粗体表示低于 0.5。点击排序。</translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall. Bold is below 0.5. A click sorts.</source>
        <translation>精确率与召回率的调和平均。粗体表示低于 0.5。点击排序。</translation>
    </message>
    <message>
        <source>Predicted, in the same order as the rows</source>
        <translation>预测类别，与各行顺序相同</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>open a model to score them</source>
        <translation>打开模型即可评分</translation>
    </message>
    <message>
        <source>scored with {model}</source>
        <translation>已用 {model} 评分</translation>
    </message>
    <message>
        <source>{done} of {total} scored</source>
        <translation>已评分 {done} / {total}</translation>
    </message>
    <message>
        <source>{n} photos/s</source>
        <translation>{n} 张照片/秒</translation>
    </message>
    <message>
        <source>all scored</source>
        <translation>已全部评分</translation>
    </message>
    <message>
        <source>no true classes</source>
        <translation>没有真实类别</translation>
    </message>
    <message>
        <source>{used} of the model&apos;s {count} classes</source>
        <translation>模型的 {count} 个类别中的 {used} 个</translation>
    </message>
    <message>
        <source>labelled {name}</source>
        <translation>标签 {name}</translation>
    </message>
    <message>
        <source>looks like {name} {share}</source>
        <translation>看起来像 {name} {share}</translation>
    </message>
    <message>
        <source>nearly the same as {name}</source>
        <translation>与 {name} 几乎相同</translation>
    </message>
    <message>
        <source>the same file as {name}</source>
        <translation>与 {name} 是同一文件</translation>
    </message>
    <message>
        <source>both labelled {name}</source>
        <translation>标签均为 {name}</translation>
    </message>
    <message>
        <source>labelled {name}, there {other}</source>
        <translation>标签 {name}，另一张为 {other}</translation>
    </message>
    <message>
        <source>in {one} and {other} at once: {other} looks too good</source>
        <translation>同时出现在{one}和{other}中：{other}的结果会偏好</translation>
    </message>
    <message>
        <source>{name}  {count}</source>
        <translation>{name}  {count}</translation>
    </message>
    <message>
        <source>What is laid over the photo while you walk: the map of a method or of another tab, or nothing (default: that of the tab you came from).</source>
        <translation>浏览时叠加在照片上的内容：某种方法或另一选项卡的热图，或什么都不叠加（默认：来时所在选项卡的热图）。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
    <message>
        <source>score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>分差</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>✓ relabel to {name}</source>
        <translation>✓ 标签改为 {name}</translation>
    </message>
    <message>
        <source>✓ crop {width} × {height}</source>
        <translation>✓ 裁剪 {width} × {height}</translation>
    </message>
    <message>
        <source>✗ remove</source>
        <translation>✗ 移除</translation>
    </message>
    <message>
        <source>✓ keep</source>
        <translation>✓ 保留</translation>
    </message>
    <message>
        <source>No photo has a true class here.</source>
        <translation>这里没有照片有真实类别。</translation>
    </message>
    <message>
        <source>All photos have to be scored first: {done} of {total}.</source>
        <translation>需要先为所有照片评分：{done} / {total}。</translation>
    </message>
    <message>
        <source>No photo of this dataset can be read.</source>
        <translation>此数据集中没有一张照片可以读取。</translation>
    </message>
</context>
<context>
    <name>RankingPanel</name>
    <message>
        <source>All its photos are scored and put in order, from best to worst.</source>
        <translation>将为其中所有照片评分，并从最好到最差排序。</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Open dataset</source>
        <translation>打开数据集</translation>
    </message>
    <message>
        <source>Every photo is being judged.</source>
        <translation>正在检查每张照片。</translation>
    </message>
    <message>
        <source>Judging was stopped. Come back to this page to begin anew.</source>
        <translation>检查已停止。回到此页可重新开始。</translation>
    </message>
    <message>
        <source>Export the review list</source>
        <translation>导出复核列表</translation>
    </message>
    <message>
        <source>The review list was written: {file}.</source>
        <translation>已写出复核列表：{file}。</translation>
    </message>
</context>
<context>
    <name>RateCurve</name>
    <message>
        <source>The pointer reads the values of a rate; a click takes it.</source>
        <translation>用鼠标指针读取某个学习率的值；点击可采用它。</translation>
    </message>
    <message>
        <source>Loss against learning rate</source>
        <translation>损失随学习率的变化</translation>
    </message>
</context>
<context>
    <name>RatePage</name>
    <message>
        <source>Other options have been chosen since.</source>
        <translation>此后已选择其他选项。</translation>
    </message>
    <message>
        <source>Each step takes a batch at a somewhat larger rate; the seed says in which order. What is learnt meanwhile is thrown away. A click on the curve takes another rate.</source>
        <translation>每一步以略大的学习率取一批照片，顺序由随机种子决定。其间学到的内容会丢弃。点击曲线可采用另一个学习率。</translation>
    </message>
    <message>
        <source>Loss against learning rate</source>
        <translation>损失随学习率的变化</translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation>扫描进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ends the sweep; what it has stays (Ctrl+.).</source>
        <translation>结束扫描；已得到的部分保留 (Ctrl+.)。</translation>
    </message>
    <message>
        <source>Stop the sweep</source>
        <translation>停止扫描</translation>
    </message>
    <message>
        <source>Sweep again</source>
        <translation>重新扫描</translation>
    </message>
    <message>
        <source>Tries the rates with the options as they are now.</source>
        <translation>用当前的选项试验各种学习率。</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Take {rate}</source>
        <translation>采用 {rate}</translation>
    </message>
    <message>
        <source>The next run takes this learning rate.</source>
        <translation>下次训练采用此学习率。</translation>
    </message>
    <message>
        <source>The loss falls fastest near {rate}.</source>
        <translation>损失在 {rate} 附近下降最快。</translation>
    </message>
    <message>
        <source>Stopped before the loss had fallen.</source>
        <translation>在损失下降之前停止。</translation>
    </message>
    <message>
        <source>The loss falls at none of these rates.</source>
        <translation>在这些学习率下，损失都没有下降。</translation>
    </message>
</context>
<context>
    <name>RateSearch</name>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Known when the first pass is finished</source>
        <translation>第一遍完成后可知</translation>
    </message>
    <message>
        <source>{flips}, most often to &lt;b&gt;{label}&lt;/b&gt;</source>
        <translation>{flips}，最常变为 &lt;b&gt;{label}&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>ReadingSection</name>
    <message>
        <source>The output that the classes are read from, where several could be (default: the likeliest).</source>
        <translation>在可能有多个时，从哪个输出读取类别（默认：最可能的）。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Height and width that the photo is scaled to, such as 224 or 224 x 320 (default: 224).</source>
        <translation>照片缩放到的高和宽，如 224 或 224 x 320（默认：224）。</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>输入尺寸</translation>
    </message>
    <message>
        <source>The model leaves its size open.</source>
        <translation>模型没有规定尺寸。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>against</source>
        <translation>相对于</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>What is drawn at each place: by how much the score drops, which is the default, what remains of it, or the class that is predicted.</source>
        <translation>在每个位置绘制什么：分数的降幅（默认）、剩余的分数，或预测类别。</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>降幅</translation>
    </message>
    <message>
        <source>Remaining score</source>
        <translation>剩余分数</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Logit</source>
        <translation>Logit</translation>
    </message>
    <message>
        <source>The number whose change is drawn: the probability from 0 to 1, the default, or the logit, which keeps its slope when the network is very sure.</source>
        <translation>绘制哪个数的变化：0 到 1 的概率（默认），或 logit，它在网络非常确定时仍有斜率。</translation>
    </message>
    <message>
        <source>Explains how far the target is ahead of this class, the margin; none by default.</source>
        <translation>解释目标比此类别领先多少，即分差；默认为无。</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>相对于</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>still {class_words}</source>
        <translation>仍为 {class_words}</translation>
    </message>
    <message>
        <source>drop {value}</source>
        <translation>降幅 {value}</translation>
    </message>
    <message>
        <source>RGB {red} {green} {blue} (covered)</source>
        <translation>RGB {red} {green} {blue}（被遮挡）</translation>
    </message>
    <message>
        <source>RGB {red} {green} {blue}</source>
        <translation>RGB {red} {green} {blue}</translation>
    </message>
    <message>
        <source>input {values}</source>
        <translation>输入 {values}</translation>
    </message>
    <message>
        <source>cell {row}, {col} of {rows} × {cols}</source>
        <translation>单元 {row}, {col}，共 {rows} × {cols}</translation>
    </message>
</context>
<context>
    <name>Reopening</name>
    <message>
        <source>Reopening</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Open export</source>
        <translation>打开导出结果</translation>
    </message>
    <message>
        <source>The model of this export is not at &quot;{path}&quot; any more.</source>
        <translation>此导出结果的模型已不在“{path}”。</translation>
    </message>
    <message>
        <source>Find the model…</source>
        <translation>查找模型…</translation>
    </message>
    <message>
        <source>The photo of this export is not at &quot;{path}&quot; any more.</source>
        <translation>此导出结果的照片已不在“{path}”。</translation>
    </message>
    <message>
        <source>Find the photo…</source>
        <translation>查找照片…</translation>
    </message>
    <message>
        <source>A file is missing</source>
        <translation>缺少文件</translation>
    </message>
    <message>
        <source>Find the model</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>Find the photo</source>
        <translation>查找照片</translation>
    </message>
    <message>
        <source>From an export</source>
        <translation>来自导出结果</translation>
    </message>
    <message>
        <source>Something is not as it was</source>
        <translation>有些内容与当时不同</translation>
    </message>
    <message>
        <source>Its colours were converted to sRGB in another way then.</source>
        <translation>当时其颜色转换为 sRGB 的方式不同。</translation>
    </message>
    <message>
        <source>The photo is fed to the model in another way than then.</source>
        <translation>照片送入模型的方式与当时不同。</translation>
    </message>
</context>
<context>
    <name>RunRow</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Goes on where the map was stopped (Ctrl+Enter).</source>
        <translation>从停止处继续生成 (Ctrl+Enter)。</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Covers all places again; the map stays until the new one stands.</source>
        <translation>重新遮挡所有位置；在新图完成之前保留原图。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ends the map; what is drawn stays (Ctrl+.).</source>
        <translation>结束生成；已绘制的部分保留 (Ctrl+.)。</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>生成进度</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>Photos by likeness</source>
        <translation>按相似程度排布的照片</translation>
    </message>
    <message>
        <source>A click opens a photo; a drag gathers photos (Shift adds), the wheel zooms, a double click shows all.</source>
        <translation>点击打开照片；拖动选取照片（按住 Shift 可追加），滚轮缩放，双击显示全部。</translation>
    </message>
</context>
<context>
    <name>ScoreList</name>
    <message>
        <source>probability, before → with patch</source>
        <translation>概率，之前 → 加遮挡块</translation>
    </message>
    <message>
        <source>probability, photo → crop</source>
        <translation>概率，照片 → 裁剪区域</translation>
    </message>
    <message>
        <source>probability, before → after</source>
        <translation>概率，之前 → 之后</translation>
    </message>
    <message>
        <source>Follow the top class</source>
        <translation>跟随首位类别</translation>
    </message>
    <message>
        <source>The explained class changes with the prediction until you pick one; on by default.</source>
        <translation>所解释的类别随预测而变，直到您选定一个；默认为开。</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>查找类别</translation>
    </message>
    <message>
        <source>Lists only the classes whose name has these letters; Esc lists all of them, which is the default.</source>
        <translation>只列出名称包含这些字母的类别；按 Esc 列出全部，这是默认状态。</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Click a class to explain it; the arrow keys and Enter do the same.</source>
        <translation>点击一个类别即可解释它；也可以用箭头键和 Enter。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>打开模型…</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Chooses an ONNX model to ask.</source>
        <translation>选择要使用的 ONNX 模型。</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>打开照片…</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Chooses a photo to look at.</source>
        <translation>选择要查看的照片。</translation>
    </message>
    <message>
        <source>Open a photo to see its scores.</source>
        <translation>打开照片即可查看其分数。</translation>
    </message>
    <message>
        <source>Open a model to see its scores.</source>
        <translation>打开模型即可查看其分数。</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} / {count}</translation>
    </message>
    <message>
        <source>Find a class  /</source>
        <translation>查找类别  /</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
</context>
<context>
    <name>ScoreModel</name>
    <message>
        <source>not {name}</source>
        <translation>非 {name}</translation>
    </message>
    <message>
        <source>Everything but {name}</source>
        <translation>除 {name} 之外的一切</translation>
    </message>
    <message>
        <source>{name} · class {index} · logit {logit}</source>
        <translation>{name} · 类别 {index} · logit {logit}</translation>
    </message>
    <message>
        <source>with patch {score}</source>
        <translation>加遮挡块后 {score}</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>真实类别</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>true</source>
        <translation>真实</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>{share} ({low:.0f} to {high:.0f}), {hits} of {total}</source>
        <translation>{share} ({low:.0f} 到 {high:.0f})，{hits} / {total}</translation>
    </message>
</context>
<context>
    <name>Shown</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>SimilarRow</name>
    <message>
        <source>cosine of the features; the true class where that is missed</source>
        <translation>特征的余弦相似度；未认出时显示真实类别</translation>
    </message>
    <message>
        <source>Most similar photos</source>
        <translation>最相似的照片</translation>
    </message>
    <message>
        <source>Most similar to {name}</source>
        <translation>与 {name} 最相似</translation>
    </message>
    <message>
        <source>true: {name}</source>
        <translation>真实：{name}</translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation>近似重复</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>Forget what I chose</source>
        <translation>清除我的选择</translation>
    </message>
    <message>
        <source>Reads the model as if you had never chosen anything for it.</source>
        <translation>按从未为它作过任何选择来读取此模型。</translation>
    </message>
    <message>
        <source>Goes back to the tab.</source>
        <translation>返回选项卡。</translation>
    </message>
    <message>
        <source>Close preprocessing</source>
        <translation>关闭预处理</translation>
    </message>
    <message>
        <source>Every number NetGaze shows depends on it.</source>
        <translation>NetGaze 显示的每个数都取决于它。</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>请先打开模型。</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>猜测</translation>
    </message>
</context>
<context>
    <name>Speed</name>
    <message>
        <source>Measuring the speed</source>
        <translation>测量速度</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Other work</source>
        <translation>其他任务</translation>
    </message>
    <message>
        <source>Shows what else is running.</source>
        <translation>显示还有哪些任务在运行。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where the network runs.</source>
        <translation>网络在哪里运行。</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>done in {duration}</source>
        <translation>已完成，用时 {duration}</translation>
    </message>
</context>
<context>
    <name>Study</name>
    <message>
        <source>Preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>Trying ways to feed the model</source>
        <translation>试用送入模型的方式</translation>
    </message>
</context>
<context>
    <name>SubjectBar</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Saves the picture, the numbers or both.</source>
        <translation>保存图片、数值或两者。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>How to read this map</source>
        <translation>如何解读这幅图</translation>
    </message>
    <message>
        <source>Explains this map.</source>
        <translation>解释这幅图。</translation>
    </message>
    <message>
        <source>Other model</source>
        <translation>其他模型</translation>
    </message>
    <message>
        <source>Opens another model.</source>
        <translation>打开另一个模型。</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>打开模型…</translation>
    </message>
    <message>
        <source>Opens another classifier, an ONNX file.</source>
        <translation>打开另一个分类器，即 ONNX 文件。</translation>
    </message>
    <message>
        <source>Other photo</source>
        <translation>其他照片</translation>
    </message>
    <message>
        <source>Opens another photo.</source>
        <translation>打开另一张照片。</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>打开照片…</translation>
    </message>
    <message>
        <source>Opens another photo, of JPEG, PNG, WebP, TIFF, BMP or GIF.</source>
        <translation>打开另一张照片：JPEG、PNG、WebP、TIFF、BMP 或 GIF。</translation>
    </message>
    <message>
        <source>Shows the previous photo of this folder.</source>
        <translation>显示此文件夹的上一张照片。</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一张照片</translation>
    </message>
    <message>
        <source>Shows the next photo of this folder.</source>
        <translation>显示此文件夹的下一张照片。</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张照片</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>没有模型</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>猜测</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>没有照片</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} / {count}</translation>
    </message>
</context>
<context>
    <name>SuspectList</name>
    <message>
        <source>Suspects</source>
        <translation>可疑照片</translation>
    </message>
    <message>
        <source>R relabels to the offer, K keeps, Del removes; Ctrl+Z undoes.</source>
        <translation>R 改为建议的标签，K 保留，Del 移除；Ctrl+Z 撤销。</translation>
    </message>
</context>
<context>
    <name>SuspectsPage</name>
    <message>
        <source>What may be wrong with the photos that are listed.</source>
        <translation>所列照片可能存在的问题。</translation>
    </message>
    <message>
        <source>Kinds of suspects</source>
        <translation>可疑照片的种类</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Writes path, mark and label of each marked photo as a table.</source>
        <translation>将每张已标记照片的路径、标记和标签写成表格。</translation>
    </message>
    <message>
        <source>Export the review list</source>
        <translation>导出复核列表</translation>
    </message>
    <message>
        <source>Marks are yours alone: nothing in the folder changes.</source>
        <translation>标记只供您自己使用：文件夹中的任何内容都不会改变。</translation>
    </message>
    <message>
        <source>Review list</source>
        <translation>复核列表</translation>
    </message>
    <message>
        <source>Then its own scores hide wrong labels. Until you say no, each photo is judged by a small new head that learnt from the other four fifths.</source>
        <translation>若是，它自己的分数会掩盖错误标签。在您回答“否”之前，每张照片都由一个小的新分类头判断，该分类头用其余五分之四的照片学习。</translation>
    </message>
    <message>
        <source>Was this network trained on these photos?</source>
        <translation>此网络是用这些照片训练的吗？</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Labels are judged out of sample, in five folds.</source>
        <translation>标签在样本外判断，共五折。</translation>
    </message>
    <message>
        <source>It was not</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Labels are judged by the network&apos;s own scores.</source>
        <translation>标签由网络自己的分数判断。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Asks again whether the network was trained on these photos.</source>
        <translation>再次询问此网络是否用这些照片训练。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次询问</translation>
    </message>
    <message>
        <source>The class that the photo is relabelled to.</source>
        <translation>照片的标签要改成的类别。</translation>
    </message>
    <message>
        <source>Relabel to</source>
        <translation>标签改为</translation>
    </message>
    <message>
        <source>another class</source>
        <translation>其他类别</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Says that nothing is wrong with this photo (K).</source>
        <translation>说明此照片没有问题 (K)。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Takes the photo out of the dataset, in your review list (Del).</source>
        <translation>在复核列表中将此照片移出数据集 (Del)。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Takes the last mark back (Ctrl+Z).</source>
        <translation>撤销上一个标记 (Ctrl+Z)。</translation>
    </message>
    <message>
        <source>Undo the mark</source>
        <translation>撤销标记</translation>
    </message>
    <message>
        <source>R relabel · K keep · Del remove</source>
        <translation>R 改标签 · K 保留 · Del 移除</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>错误标签</translation>
    </message>
    <message>
        <source>Confidently wrong</source>
        <translation>确信但错误</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复照片</translation>
    </message>
    <message>
        <source>Odd ones</source>
        <translation>离群照片</translation>
    </message>
    <message>
        <source>the network&apos;s own scores</source>
        <translation>网络自己的分数</translation>
    </message>
    <message>
        <source>out of sample, 5 folds</source>
        <translation>样本外，5 折</translation>
    </message>
    <message>
        <source>Relabel to {name}</source>
        <translation>标签改为 {name}</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>改标签</translation>
    </message>
    <message>
        <source>Writes the class into your review list; the file stays (R).</source>
        <translation>将类别写入复核列表；文件不变 (R)。</translation>
    </message>
    <message>
        <source>Remove from {part}</source>
        <translation>从{part}中移除</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Tabs</source>
        <translation>选项卡</translation>
    </message>
</context>
<context>
    <name>TileGrid</name>
    <message>
        <source>Channels of the layer</source>
        <translation>该层的通道</translation>
    </message>
    <message>
        <source>Click a channel to look at it, double-click to pin it.</source>
        <translation>点击通道可查看，双击可固定。</translation>
    </message>
</context>
<context>
    <name>TrustLens</name>
    <message>
        <source>The best of the rivals: {name}.</source>
        <translation>最佳对照图：{name}。</translation>
    </message>
</context>
<context>
    <name>TrustSection</name>
    <message>
        <source>How far can I trust it?</source>
        <translation>可信度有多高？</translation>
    </message>
    <message>
        <source>Compares this map with 21 rivals by hiding and showing what it names, draws the network&apos;s weights anew, and asks again with the photo flipped and under noise. What would take over 2 minutes is left out, and said.</source>
        <translation>隐去和显露此图所指之处，与 21 幅对照图比较；重新随机设定网络的权重；并在照片翻转和加噪后再次生成。耗时会超过 2 分钟的部分将略去并说明。</translation>
    </message>
    <message>
        <source>Folds the answer; a click on the question shows it again.</source>
        <translation>收起结果；点击问题可再次显示。</translation>
    </message>
    <message>
        <source>Fold the answer</source>
        <translation>收起结果</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ends the measuring; the map stays (Ctrl+.).</source>
        <translation>结束测量；热图保留 (Ctrl+.)。</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>停止测量</translation>
    </message>
    <message>
        <source>Progress of the measuring</source>
        <translation>测量进度</translation>
    </message>
    <message>
        <source>this map</source>
        <translation>此图</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>稳定性</translation>
    </message>
    <message>
        <source>rank correlation</source>
        <translation>秩相关</translation>
    </message>
    <message>
        <source>flipped</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>2 % noise</source>
        <translation>2% 噪声</translation>
    </message>
    <message>
        <source>best rival: {name}</source>
        <translation>最佳对照图：{name}</translation>
    </message>
    <message>
        <source>{n} others</source>
        <translation>其他 {n} 个</translation>
    </message>
    <message>
        <source>Of another map. Measure again</source>
        <translation>属于另一幅图。请重新测量</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>NetGaze made a mistake when it measured this map. Details are in the log.</source>
        <translation>NetGaze 在测量此图时出错。详情见日志。</translation>
    </message>
</context>
<context>
    <name>Tuning</name>
    <message>
        <source>Head</source>
        <translation>分类头</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微调</translation>
    </message>
</context>
<context>
    <name>WalkStrip</name>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
</context>
<context>
    <name>WayCell</name>
    <message>
        <source>A click tries this way to feed the model, a double click uses it from now on.</source>
        <translation>点击试用这种送入方式，双击则从现在起使用。</translation>
    </message>
    <message>
        <source>used now</source>
        <translation>现在使用</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>已试</translation>
    </message>
</context>
<context>
    <name>WeightsChart</name>
    <message>
        <source>How alike the map stays while the weights of layers are drawn anew, from the classes down: near 0 it depends on what was learnt. Point at a step, or press ← and →, to see its map.</source>
        <translation>从类别端开始，逐层重新随机设定权重时，热图保持相似的程度：接近 0 表示热图取决于学到的内容。指向某一步，或按 ← 和 →，可查看该步的热图。</translation>
    </message>
    <message>
        <source>Rank correlation while weights are drawn anew</source>
        <translation>重新随机设定权重时的秩相关</translation>
    </message>
</context>
<context>
    <name>WeightsPart</name>
    <message>
        <source>as trained</source>
        <translation>训练所得</translation>
    </message>
    <message>
        <source>Randomised weights</source>
        <translation>随机权重</translation>
    </message>
    <message>
        <source>rank correlation {value}</source>
        <translation>秩相关 {value}</translation>
    </message>
</context>
<context>
    <name>WhatSection</name>
    <message>
        <source>The photos that it learns from (default: the dataset that is open, in Ranking too).</source>
        <translation>用来学习的照片（默认：当前打开的数据集，与“排序”共用）。</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>What to train</source>
        <translation>训练内容</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>分类头</translation>
    </message>
    <message>
        <source>The new head only</source>
        <translation>仅新的分类头</translation>
    </message>
    <message>
        <source>From a layer on…</source>
        <translation>从某一层开始…</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>How much of the network learns; the rest stays as it is, bit by bit (default: the new head only).</source>
        <translation>网络的多大部分参加学习；其余部分逐位保持不变（默认：仅新的分类头）。</translation>
    </message>
    <message>
        <source>Nothing changes up to this layer, itself included (default: the one in the middle).</source>
        <translation>到此层为止（含此层）都不变（默认：中间的一层）。</translation>
    </message>
    <message>
        <source>Frozen up to</source>
        <translation>冻结至</translation>
    </message>
    <message>
        <source>The layer that is replaced by a new one for these classes (default: the last that leads to the classes); a click chooses another one.</source>
        <translation>为这些类别替换成新层的那一层（默认：通向类别的最后一层）；点击可选择其他层。</translation>
    </message>
    <message>
        <source>{rate}: no batch norm in this file</source>
        <translation>{rate}：此文件没有批归一化</translation>
    </message>
    <message>
        <source>Looking for the head…</source>
        <translation>正在查找分类头…</translation>
    </message>
    <message>
        <source>{name}, {layer}</source>
        <translation>{name}，{layer}</translation>
    </message>
    <message>
        <source>Head: {head}</source>
        <translation>分类头：{head}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Open dataset…</source>
        <translation>打开数据集…</translation>
    </message>
    <message>
        <source>Demo photos</source>
        <translation>演示照片</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>row {row}, column {column} of the photo</source>
        <translation>照片的第 {row} 行、第 {column} 列</translation>
    </message>
    <message>
        <source>{row}, {column} of the input</source>
        <translation>输入的 {row}, {column}</translation>
    </message>
    <message>
        <source>rows {top} to {bottom}, columns {left} to {right} of the photo</source>
        <translation>照片的第 {top} 至 {bottom} 行、第 {left} 至 {right} 列</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <source>less than 1 s</source>
        <translation>不到 1 秒</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{hours} h {n} min</source>
        <translation>{hours} 小时 {n} 分钟</translation>
    </message>
    <message>
        <source>about {duration}</source>
        <translation>约 {duration}</translation>
    </message>
    <message>
        <source>estimating…</source>
        <translation>正在估算…</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>剩余 {duration}</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ends the measuring (Ctrl+.).</source>
        <translation>结束测量 (Ctrl+.)。</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>正在启动…</translation>
    </message>
</context>
<context>
    <name>ZoomPill</name>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Shows the whole photo, as is the default (F).</source>
        <translation>显示整张照片，这是默认状态 (F)。</translation>
    </message>
    <message>
        <source>Shows one photo pixel on one pixel of the screen (1).</source>
        <translation>照片的一个像素显示为屏幕的一个像素 (1)。</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>一比一</translation>
    </message>
</context>
<context>
    <name>_Key</name>
    <message>
        <source>each step</source>
        <translation>每一步</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑后</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
</context>
<context>
    <name>_LabelRow</name>
    <message>
        <source>“{name}” is not a class of this model.</source>
        <translation>“{name}”不是此模型的类别。</translation>
    </message>
    <message>
        <source>Says which class of the model the photos of this folder are.</source>
        <translation>指定此文件夹的照片属于模型的哪个类别。</translation>
    </message>
    <message>
        <source>Class of {name}</source>
        <translation>{name} 的类别</translation>
    </message>
    <message>
        <source>Choose its class</source>
        <translation>选择其类别</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>These photos are shown, and count in no metric.</source>
        <translation>这些照片会显示，但不计入任何指标。</translation>
    </message>
    <message>
        <source>Leave out {name}</source>
        <translation>排除 {name}</translation>
    </message>
</context>
<context>
    <name>_Peek</name>
    <message>
        <source>true: {name} · {score}</source>
        <translation>真实：{name} · {score}</translation>
    </message>
    <message>
        <source>{score}</source>
        <translation>{score}</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
</context>
<context>
    <name>_Rungs</name>
    <message>
        <source>{name}, {size}</source>
        <translation>{name}，{size}</translation>
    </message>
    <message>
        <source>{name}, {size}: nothing is left here</source>
        <translation>{name}，{size}：这里什么都没有留下</translation>
    </message>
</context>
<context>
    <name>_WorkRow</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ends this work; what is shown stays.</source>
        <translation>结束此任务；已显示的内容保留。</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop: {work}</source>
        <translation>停止：{work}</translation>
    </message>
    <message>
        <source>Cancel: {work}</source>
        <translation>取消：{work}</translation>
    </message>
</context>
<context>
    <name>inference</name>
    <message>
        <source> (used now)</source>
        <translation>（现在使用）</translation>
    </message>
    <message>
        <source> ({title})</source>
        <translation>（{title}）</translation>
    </message>
    <message>
        <source> Did you mean {a!r} or {b!r} or {c!r}?</source>
        <translation>是不是要找 {a!r}、{b!r} 或 {c!r}？</translation>
    </message>
    <message>
        <source> Did you mean {a!r} or {b!r}?</source>
        <translation>是不是要找 {a!r} 或 {b!r}？</translation>
    </message>
    <message>
        <source> Did you mean {a!r}?</source>
        <translation>是不是要找 {a!r}？</translation>
    </message>
    <message>
        <source> It takes {options}.</source>
        <translation>可用的有 {options}。</translation>
    </message>
    <message>
        <source> One name too few is often a class for the background, which belongs into the first line.</source>
        <translation>少一个名称时，缺的往往是背景类别，它应位于第一行。</translation>
    </message>
    <message>
        <source> One name too many is often a class for the background, in the first line.</source>
        <translation>多一个名称时，多的往往是位于第一行的背景类别。</translation>
    </message>
    <message>
        <source> They are right on {best:.0f} % of the photos {change}, on {other:.0f} % {other_change}.</source>
        <translation>{change}时，在 {best:.0f}% 的照片上正确；{other_change}时为 {other:.0f}%。</translation>
    </message>
    <message>
        <source> from the tensor &quot;{tensor}&quot; on</source>
        <translation>，自张量“{tensor}”起</translation>
    </message>
    <message numerus="yes">
        <source> {n} other ways cannot be told from it.</source>
        <translation>
            <numerusform>另有 {n} 种方式与它不相上下。</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;{file}&quot; beside the model</source>
        <translation>模型旁的“{file}”</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; cannot be computed in float16: {why}.</source>
        <translation>“{file}”不能以 float16 计算：{why}。</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; cannot be read: it is nested too deeply.</source>
        <translation>无法读取“{file}”：嵌套过深。</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; failed in a forward pass ({why}).</source>
        <translation>“{file}”在前向传播中失败（{why}）。</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; gives values that are infinite or no numbers. Check its preprocessing, or export it in float32.</source>
        <translation>“{file}”给出的值是无穷大或非数。请检查其预处理，或以 float32 导出。</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; has no input &quot;{name}&quot; beside the image.{hint}</source>
        <translation>除图像外，“{file}”没有名为“{name}”的输入。{hint}</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; holds no JSON object.</source>
        <translation>“{file}”中没有 JSON 对象。</translation>
    </message>
    <message numerus="yes">
        <source>&quot;{file}&quot; is about class {index}, but the model has {n} classes, 0 to {last}.</source>
        <translation>
            <numerusform>“{file}”涉及类别 {index}，但模型有 {n} 个类别，编号 0 到 {last}。</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;{file}&quot; is no CSV table: {why}.</source>
        <translation>“{file}”不是 CSV 表格：{why}。</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; is no review list: its first row lacks &quot;path&quot; or &quot;mark&quot;. The columns are {columns}.</source>
        <translation>“{file}”不是复核列表：其第一行缺少“path”或“mark”。各列为 {columns}。</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; is not JSON: {why}.</source>
        <translation>“{file}”不是 JSON：{why}。</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; is quantised: its weights are whole numbers, which cannot be trained. Train the float model that it was made from.</source>
        <translation>“{file}”是量化模型：其权重是整数，无法训练。请训练它所依据的浮点模型。</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; is the model itself. Give the new one another name.</source>
        <translation>“{file}”就是模型本身。请为新模型另取名称。</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; names no photos: its first row has no column &quot;path&quot;. The columns are {columns}.</source>
        <translation>“{file}”没有列出照片：其第一行没有“path”列。各列为 {columns}。</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; stands there already. Choose another name, or replace it (--force).</source>
        <translation>“{file}”已经存在。请另选名称，或替换它 (--force)。</translation>
    </message>
    <message>
        <source>&quot;{file}&quot;: {note}</source>
        <translation>“{file}”：{note}</translation>
    </message>
    <message>
        <source>&quot;{folder}&quot; already holds an export{what}. Choose another folder, or replace it with --force.</source>
        <translation>“{folder}”中已有导出结果{what}。请另选文件夹，或用 --force 替换。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; in &quot;{file}&quot; beside the model is {found}, which cannot be. Mend it, or say how photos are fed to the model.</source>
        <translation>模型旁“{file}”中的“{key}”是 {found}，这不可能。请改正它，或指定照片如何送入模型。</translation>
    </message>
    <message>
        <source>&quot;{layer}&quot; does not lead to &quot;{wanted}&quot;, so it has no gradient. Choose a layer before it.</source>
        <translation>“{layer}”不通向“{wanted}”，因此没有梯度。请选择它之前的层。</translation>
    </message>
    <message>
        <source>&quot;{layer}&quot; gives no number everywhere.</source>
        <translation>“{layer}”并非处处都给出数值。</translation>
    </message>
    <message>
        <source>&quot;{model}&quot; cannot be run: {error}</source>
        <translation>无法运行“{model}”：{error}</translation>
    </message>
    <message>
        <source>&quot;{model}&quot; does not have the classes that are compared. Choose a model with the same labels.</source>
        <translation>“{model}”没有所比较的类别。请选择标签相同的模型。</translation>
    </message>
    <message>
        <source>&quot;{model}&quot; is damaged: {reader} reads the tensor {name!r}, which nothing before it makes.</source>
        <translation>“{model}”已损坏：{reader} 读取张量 {name!r}，但它之前没有节点生成该张量。</translation>
    </message>
    <message>
        <source>&quot;{model}&quot; stores a damaged tensor {tensor!r}: {error}</source>
        <translation>“{model}”中存储的张量 {tensor!r} 已损坏：{error}</translation>
    </message>
    <message>
        <source>&quot;{model}&quot; stores sparse tensors, which the twin does not read. Save the model with dense ones.</source>
        <translation>“{model}”存储稀疏张量，torch 副本无法读取。请用稠密张量保存模型。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be run: {error}</source>
        <translation>无法运行“{name}”：{error}</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is in the way</source>
        <translation>“{name}”占用了位置</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is not a whole ONNX model: it has no outputs.</source>
        <translation>“{name}”不是完整的 ONNX 模型：它没有输出。</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is {shape} and cannot be laid out in rows and columns. Choose a layer with places.</source>
        <translation>“{name}”是 {shape}，无法排成行和列。请选择有位置的层。</translation>
    </message>
    <message numerus="yes">
        <source>&quot;{name}&quot; takes {n} inputs ({names}), not {given}.</source>
        <translation>
            <numerusform>“{name}”需要 {n} 个输入（{names}），而不是 {given}。</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;{name}&quot; there is damaged</source>
        <translation>那里的“{name}”已损坏</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; gives an input no numbers. Write its name, = and a number, or all of its numbers with commas between them: temperature=1.5.</source>
        <translation>“{word}”没有给输入任何数。请写出其名称、= 和一个数，或用逗号分隔的全部数值：temperature=1.5。</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; is no command, option or existing file; the nearest command is &quot;{nearest}&quot;, and --help lists all of them.</source>
        <translation>“{word}”不是命令、选项或现有文件；最接近的命令是“{nearest}”，--help 会列出全部命令。</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; is no number of a class. Count from 0.</source>
        <translation>“{word}”不是类别编号。请从 0 开始数。</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; is no whole number from 1 on</source>
        <translation>“{word}”不是从 1 开始的整数</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; is none of {numbers}, channel:LAYER:K</source>
        <translation>“{word}”不是 {numbers}、channel:LAYER:K 之一</translation>
    </message>
    <message>
        <source>, {left:.0f} min left</source>
        <translation>，还剩 {left:.0f} 分钟</translation>
    </message>
    <message>
        <source>, {left:.0f} s left</source>
        <translation>，还剩 {left:.0f} 秒</translation>
    </message>
    <message>
        <source>, {left:.1f} h left</source>
        <translation>，还剩 {left:.1f} 小时</translation>
    </message>
    <message>
        <source>1,234.5</source>
        <translation>1,234.5</translation>
    </message>
    <message>
        <source>: it knows no &quot;{key}&quot;</source>
        <translation>：不认识“{key}”</translation>
    </message>
    <message>
        <source>: its &quot;{key}&quot; is {found}</source>
        <translation>：其“{key}”是 {found}</translation>
    </message>
    <message numerus="yes">
        <source>A classifier needs photos of at least two classes; here there are {n}. Choose a folder with one folder per class.</source>
        <translation>
            <numerusform>分类器需要至少两个类别的照片；这里有 {n} 个。请选择每个类别一个子文件夹的文件夹。</numerusform>
        </translation>
    </message>
    <message>
        <source>A margin is between classes, not between channels.</source>
        <translation>分差是类别之间的，不是通道之间的。</translation>
    </message>
    <message>
        <source>A margin of a class against itself is zero everywhere. Choose two classes.</source>
        <translation>类别与自身的分差处处为零。请选择两个类别。</translation>
    </message>
    <message>
        <source>A mask of {mask} is larger than the input of {size} pixels. Choose a smaller one.</source>
        <translation>掩膜 {mask} 大于 {size} 像素的输入。请选择更小的掩膜。</translation>
    </message>
    <message>
        <source>A mask of {mask} with a stride of {stride} cannot work: both are at least 1 pixel.</source>
        <translation>步幅为 {stride} 的掩膜 {mask} 不可行：两者都至少为 1 像素。</translation>
    </message>
    <message>
        <source>A patch lies outside the input of {size} pixels. Rows and columns count from 0.</source>
        <translation>有遮挡块位于 {size} 像素的输入之外。行和列从 0 开始数。</translation>
    </message>
    <message>
        <source>A run that was broken off lies in &quot;{file}&quot;. Go on with it (--resume), or start anew (--force).</source>
        <translation>“{file}”中有一次中断的训练。请继续 (--resume)，或重新开始 (--force)。</translation>
    </message>
    <message>
        <source>A split needs three shares such as 60,20,20, not {text!r}.</source>
        <translation>划分需要三个比例，如 60,20,20，而不是 {text!r}。</translation>
    </message>
    <message>
        <source>A split needs three shares that are not negative, such as 60,20,20, not {found}.</source>
        <translation>划分需要三个非负的比例，如 60,20,20，而不是 {found}。</translation>
    </message>
    <message>
        <source>A tolerance is a share of 0 or more, for example 0.001.</source>
        <translation>容差是不小于 0 的比例，例如 0.001。</translation>
    </message>
    <message>
        <source>A − B: blue-red, {low:.4g} to {high:.4g}, red: more in A</source>
        <translation>A − B：蓝–红，{low:.4g} 到 {high:.4g}，红色：A 中更强</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Activation of channel {channel}</source>
        <translation>通道 {channel} 的激活</translation>
    </message>
    <message>
        <source>Adds the gradient up from a blank photo to this one.</source>
        <translation>从空白照片到此照片累加梯度。</translation>
    </message>
    <message>
        <source>Adds up to the score within {share}.</source>
        <translation>累加结果与分数相差不超过 {share}。</translation>
    </message>
    <message>
        <source>An export into &quot;{folder}&quot; was interrupted, and what it left cannot be put in order: {why}. Nothing is lost: its files lie in &quot;{workshop}&quot; there.</source>
        <translation>导出到“{folder}”的过程曾被中断，留下的内容无法整理：{why}。没有丢失任何内容：文件在其中的“{workshop}”里。</translation>
    </message>
    <message numerus="yes">
        <source>An input of {size} pixels cannot be cut into {n} × {n} squares.</source>
        <translation>
            <numerusform>{size} 像素的输入无法切成 {n} × {n} 个方块。</numerusform>
        </translation>
    </message>
    <message>
        <source>An input of {stated} pixels is too large.</source>
        <translation>{stated} 像素的输入过大。</translation>
    </message>
    <message>
        <source>Another export into &quot;{folder}&quot; is under way. Wait for its end, or choose another folder.</source>
        <translation>正在向“{folder}”导出另一结果。请等它结束，或另选文件夹。</translation>
    </message>
    <message>
        <source>Attention rollout</source>
        <translation>注意力展开</translation>
    </message>
    <message>
        <source>Attention stays within windows or between channels here, so it cannot be followed from the photo to the classes. Use Grad-CAM.</source>
        <translation>这里的注意力只在窗口内或通道之间，因此无法从照片追踪到类别。请使用 Grad-CAM。</translation>
    </message>
    <message>
        <source>Attention weighed by what raises the score.</source>
        <translation>按提高分数的作用对注意力加权。</translation>
    </message>
    <message>
        <source>Averages the gradient over noisy copies.</source>
        <translation>对加噪副本的梯度取平均。</translation>
    </message>
    <message numerus="yes">
        <source>Beats {n} of {total} rivals, depends on the trained weights, and stays put under a flip and noise.</source>
        <translation>
            <numerusform>优于 {total} 幅对照图中的 {n} 幅，取决于训练得到的权重，在翻转和加噪后保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Beats {n} of {total} rivals, not {name}: do not lean on it.</source>
        <translation>
            <numerusform>优于 {total} 幅对照图中的 {n} 幅，但不及“{name}”：不要依赖它。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Beats {n} of {total} rivals; the rest was not measured.</source>
        <translation>
            <numerusform>优于 {total} 幅对照图中的 {n} 幅；其余未测量。</numerusform>
        </translation>
    </message>
    <message>
        <source>Blocks count from 0.</source>
        <translation>块从 0 开始数。</translation>
    </message>
    <message>
        <source>By chance alone so large a change comes in {tries} of 100 tries</source>
        <translation>仅凭随机，100 次中有 {tries} 次会出现这么大的变化</translation>
    </message>
    <message>
        <source>CUDA cannot be used: {why}. Choose the provider auto or cpu.</source>
        <translation>无法使用 CUDA：{why}。请将 provider 设为 auto 或 cpu。</translation>
    </message>
    <message>
        <source>CUDA cannot be used: {why}. The network runs on the CPU.</source>
        <translation>无法使用 CUDA：{why}。网络在 CPU 上运行。</translation>
    </message>
    <message>
        <source>Cannot go on from &quot;{file}&quot;: it is damaged. Start anew with --force.</source>
        <translation>无法从“{file}”继续：它已损坏。请用 --force 重新开始。</translation>
    </message>
    <message>
        <source>Cannot go on from &quot;{file}&quot;: it is of a run with another model, other photos or other options. Use those, or start anew with --force.</source>
        <translation>无法从“{file}”继续：它来自使用其他模型、照片或选项的训练。请使用那些，或用 --force 重新开始。</translation>
    </message>
    <message>
        <source>Cannot inline functions of &quot;{name}&quot;: {why}</source>
        <translation>无法展开“{name}”的函数：{why}</translation>
    </message>
    <message>
        <source>Cannot look into the folder &quot;{folder}&quot;: {why}.</source>
        <translation>无法查看文件夹“{folder}”：{why}。</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot; as a photo: {reason}</source>
        <translation>无法将“{file}”作为照片打开：{reason}</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot; as an ONNX model: {kind}</source>
        <translation>无法将“{file}”作为 ONNX 模型打开：{kind}</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot;: &quot;{shown}&quot; is too short for its weights. Copy or export both files again.</source>
        <translation>无法打开“{file}”：“{shown}”过短，装不下其权重。请重新复制或导出这两个文件。</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot;: for one photo it wants more than {most:.1f} GB of memory, far more than its size explains. It is damaged, or made to do harm.</source>
        <translation>无法打开“{file}”：它为一张照片要占用超过 {most:.1f} GB 内存，远超其大小所应需要的。它已损坏，或是恶意文件。</translation>
    </message>
    <message numerus="yes">
        <source>Cannot open &quot;{file}&quot;: it did not come to an end within {n} seconds of computing. It may hold an endless loop; export it again.</source>
        <translation>
            <numerusform>无法打开“{file}”：计算 {n} 秒仍未结束。它可能含有死循环；请重新导出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot;: it wants its weights from &quot;{shown}&quot;, which is not a file in the model&apos;s folder.</source>
        <translation>无法打开“{file}”：它要从“{shown}”读取权重，而该文件不在模型的文件夹中。</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot;: its weights are missing. Put &quot;{shown}&quot; into the same folder.</source>
        <translation>无法打开“{file}”：缺少权重。请将“{shown}”放入同一文件夹。</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot;: there is not enough memory. Close other programs, or use a smaller model.</source>
        <translation>无法打开“{file}”：内存不足。请关闭其他程序，或使用更小的模型。</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot;: this model ended the process that tried it (exit code {code}). It is damaged, or made to do harm; export it again.</source>
        <translation>无法打开“{file}”：此模型使试运行它的进程终止（退出代码 {code}）。它已损坏，或是恶意文件；请重新导出。</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot;: {why}. Choose an ONNX file.</source>
        <translation>无法打开“{file}”：{why}。请选择 ONNX 文件。</translation>
    </message>
    <message>
        <source>Cannot open &quot;{name}&quot;: ONNX Runtime refuses it ({why}). Check the file, or export it again.</source>
        <translation>无法打开“{name}”：ONNX Runtime 拒绝了它（{why}）。请检查文件，或重新导出。</translation>
    </message>
    <message>
        <source>Cannot open &quot;{name}&quot;: there is not enough memory. Close other programs, or use a smaller model.</source>
        <translation>无法打开“{name}”：内存不足。请关闭其他程序，或使用更小的模型。</translation>
    </message>
    <message>
        <source>Cannot read &quot;{file}&quot;: {why}.</source>
        <translation>无法读取“{file}”：{why}。</translation>
    </message>
    <message>
        <source>Cannot read class names from &quot;{file}&quot;: {why}.</source>
        <translation>无法从“{file}”读取类别名称：{why}。</translation>
    </message>
    <message>
        <source>Cannot reopen &quot;{file}&quot;: its entry &quot;{key}&quot; is {found}, not {wanted}. Choose the JSON of an export, as it was written.</source>
        <translation>无法重新打开“{file}”：其条目“{key}”是 {found}，而不是{wanted}。请选择导出时写出的 JSON。</translation>
    </message>
    <message>
        <source>Cannot reopen &quot;{file}&quot;: its entry {key} cannot be used. {why}</source>
        <translation>无法重新打开“{file}”：其条目 {key} 无法使用。{why}</translation>
    </message>
    <message>
        <source>Cannot reopen &quot;{file}&quot;: {why}.</source>
        <translation>无法重新打开“{file}”：{why}。</translation>
    </message>
    <message>
        <source>Cannot reopen &quot;{file}&quot;: {why}. Choose an export that is whole.</source>
        <translation>无法重新打开“{file}”：{why}。请选择完整的导出结果。</translation>
    </message>
    <message>
        <source>Cannot run &quot;{file}&quot; on {size} pixels ({why}). It leaves its size open: give the one that it was trained with.</source>
        <translation>无法以 {size} 像素运行“{file}”（{why}）。它没有规定尺寸：请给出训练时所用的尺寸。</translation>
    </message>
    <message>
        <source>Cannot save the picture &quot;{file}&quot;: {why}. Choose another name or folder.</source>
        <translation>无法保存图片“{file}”：{why}。请另选名称或文件夹。</translation>
    </message>
    <message>
        <source>Cannot save to &quot;{folder}&quot;: {what} stands there that belongs to no export. Nothing there was changed. Choose another folder, or move it away.</source>
        <translation>无法保存到“{folder}”：其中的 {what} 不属于任何导出结果。那里没有任何更改。请另选文件夹，或将它移走。</translation>
    </message>
    <message>
        <source>Cannot save to &quot;{folder}&quot;: {why}. {ending} Choose another folder, or make room.</source>
        <translation>无法保存到“{folder}”：{why}。{ending}请另选文件夹，或腾出空间。</translation>
    </message>
    <message>
        <source>Cannot use &quot;{file}&quot; as a classifier: it gives one number, as a regression does. Choose a classification model; if the number is the logit of a class, give a file with the class&apos;s name.</source>
        <translation>无法将“{file}”用作分类器：它只给出一个数，像回归模型那样。请选择分类模型；如果该数是某个类别的 logit，请给出含该类别名称的文件。</translation>
    </message>
    <message>
        <source>Cannot use &quot;{file}&quot; as a classifier: {found}. Choose a classification model.</source>
        <translation>无法将“{file}”用作分类器：{found}。请选择分类模型。</translation>
    </message>
    <message>
        <source>Cannot use &quot;{file}&quot; as a dataset: it is no folder and no CSV table. Choose a folder with one folder per class.</source>
        <translation>无法将“{file}”用作数据集：它不是文件夹，也不是 CSV 表格。请选择每个类别一个子文件夹的文件夹。</translation>
    </message>
    <message>
        <source>Cannot use &quot;{file}&quot; as an image classifier: {found}; one image (batch, channels, height, width) or (batch, height, width, channels) in float32, float16, bfloat16, float64 or uint8 is needed.</source>
        <translation>无法将“{file}”用作图像分类器：{found}；需要一个 float32、float16、bfloat16、float64 或 uint8 的图像输入（批、通道、高、宽）或（批、高、宽、通道）。</translation>
    </message>
    <message>
        <source>Cannot use &quot;{file}&quot;: beside the image it wants {tensor}, which cannot be filled in. Export it with that part inside.</source>
        <translation>无法使用“{file}”：除图像外它还需要 {tensor}，而这无法填入。请将该部分包含在内重新导出。</translation>
    </message>
    <message numerus="yes">
        <source>Cannot use &quot;{file}&quot;: it takes {n:,} images at a time, more than fit into memory. Export it with a batch of 1.</source>
        <translation>
            <numerusform>无法使用“{file}”：它一次接受 {n:,} 张图像，内存装不下。请以批大小 1 导出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot use the score book in &quot;{folder}&quot;: {why}.</source>
        <translation>无法使用“{folder}”中的分数记录：{why}。</translation>
    </message>
    <message>
        <source>Cannot write &quot;{file}&quot;: a model of more than 2 GB does not fit into one ONNX file. Train a smaller one.</source>
        <translation>无法写入“{file}”：超过 2 GB 的模型放不进一个 ONNX 文件。请训练更小的模型。</translation>
    </message>
    <message>
        <source>Cannot write &quot;{file}&quot;: {why}. Choose another folder.</source>
        <translation>无法写入“{file}”：{why}。请另选文件夹。</translation>
    </message>
    <message>
        <source>Cannot write &quot;{file}&quot;: {why}. The new model itself stands.</source>
        <translation>无法写入“{file}”：{why}。新模型本身完好。</translation>
    </message>
    <message>
        <source>Cannot write &quot;{file}&quot;: {why}. Training goes on from the last epoch with --resume once there is room.</source>
        <translation>无法写入“{file}”：{why}。腾出空间后，用 --resume 从最后一轮继续训练。</translation>
    </message>
    <message>
        <source>Cannot write &quot;{file}&quot;: {why}. What stood there stands still.</source>
        <translation>无法写入“{file}”：{why}。原有内容保持不变。</translation>
    </message>
    <message>
        <source>Cannot write the answer: {why}. Send it elsewhere.</source>
        <translation>无法写出结果：{why}。请输出到别处。</translation>
    </message>
    <message>
        <source>Computed in {precision}: logits are off by up to {share} of their range, measured on a few places.</source>
        <translation>以 {precision} 计算：在少数位置上测得，logit 的误差最大为其范围的 {share}。</translation>
    </message>
    <message>
        <source>Could not save</source>
        <translation>无法保存</translation>
    </message>
    <message>
        <source>Covers one place after another and draws how much the score drops.</source>
        <translation>依次遮挡各个位置，并绘制分数的降幅。</translation>
    </message>
    <message>
        <source>Covers patterns of squares and fits a straight line to the score.</source>
        <translation>遮挡方块的各种组合，并用直线拟合分数。</translation>
    </message>
    <message>
        <source>Difference A − B of channel {channel}</source>
        <translation>通道 {channel} 的差值 A − B</translation>
    </message>
    <message>
        <source>Drop in {score}</source>
        <translation>{score}的降幅</translation>
    </message>
    <message>
        <source>Explain &quot;{tensor}&quot; before it</source>
        <translation>改为解释其前面的“{tensor}”</translation>
    </message>
    <message>
        <source>Explain the logit</source>
        <translation>改为解释 logit</translation>
    </message>
    <message>
        <source>Fine-tuning · epoch {epoch} of {epochs}</source>
        <translation>微调 · 第 {epoch} 轮，共 {epochs} 轮</translation>
    </message>
    <message>
        <source>Fine-tuning · reading photos</source>
        <translation>微调 · 正在读取照片</translation>
    </message>
    <message>
        <source>Fine-tuning · testing the new model</source>
        <translation>微调 · 正在测试新模型</translation>
    </message>
    <message>
        <source>Follows attention through all blocks. Not of one class.</source>
        <translation>跟踪所有块中的注意力。与类别无关。</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Grad-CAM and training</source>
        <translation>Grad-CAM 和训练</translation>
    </message>
    <message>
        <source>Gradient × attention</source>
        <translation>梯度 × 注意力</translation>
    </message>
    <message>
        <source>Gradient × attention of the {score}</source>
        <translation>梯度 × 注意力：{score}</translation>
    </message>
    <message>
        <source>Gradient × feature map, place by place, added up.</source>
        <translation>梯度 × 特征图，逐位置相乘再相加。</translation>
    </message>
    <message>
        <source>Gradients of &quot;{name}&quot; cannot be trusted: the logits differ by {share:.1e} of their range{where}. Occlusion and activations still work.</source>
        <translation>“{name}”的梯度不可信：logit 相差其范围的 {share:.1e}{where}。遮挡和层激活仍可使用。</translation>
    </message>
    <message>
        <source>Hardly changes when the weights are drawn anew ({value:.2f}).</source>
        <translation>重新随机设定权重后几乎不变（{value:.2f}）。</translation>
    </message>
    <message>
        <source>HiResCAM</source>
        <translation>HiResCAM</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>Integrated gradients need at least one step.</source>
        <translation>积分梯度至少需要一步。</translation>
    </message>
    <message>
        <source>Integrated gradients of the {score}</source>
        <translation>积分梯度：{score}</translation>
    </message>
    <message>
        <source>Interrupted; what was not finished was not written.</source>
        <translation>已中断；未完成的内容没有写出。</translation>
    </message>
    <message>
        <source>Its EXIF data cannot be read, so it may lie on its side.</source>
        <translation>无法读取其 EXIF 数据，因此方向可能不正。</translation>
    </message>
    <message>
        <source>Its colour profile {profile} is ignored: it is read as sRGB, as classifiers&apos; own tool chains do.</source>
        <translation>其颜色配置文件 {profile} 被忽略：按 sRGB 读取，与分类器自身的工具链一致。</translation>
    </message>
    <message>
        <source>Its colours were converted to sRGB from {profile}.</source>
        <translation>其颜色已从 {profile} 转换为 sRGB。</translation>
    </message>
    <message>
        <source>Its values, {low:g} to {high:g}, are shown as if they spanned {black:g} to {white:g}.</source>
        <translation>其值为 {low:g} 到 {high:g}，按 {black:g} 到 {white:g} 的范围显示。</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP, BMP, TIFF, GIF, AVIF, ICO and PNM</source>
        <translation>JPEG、PNG、WebP、BMP、TIFF、GIF、AVIF、ICO 和 PNM</translation>
    </message>
    <message>
        <source>Keep negative evidence</source>
        <translation>保留负面证据</translation>
    </message>
    <message>
        <source>L2 of all weights (1e-4)</source>
        <translation>所有权重的 L2 (1e-4)</translation>
    </message>
    <message>
        <source>LIME</source>
        <translation>LIME</translation>
    </message>
    <message numerus="yes">
        <source>LIME fits {most:,} samples at the most, not {n:,}.</source>
        <translation>
            <numerusform>LIME 最多拟合 {most:,} 个样本，而不是 {n:,} 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>LIME needs a positive kernel width and a ridge from 0 on.</source>
        <translation>LIME 需要正的核宽度和不小于 0 的岭系数。</translation>
    </message>
    <message>
        <source>LIME needs at least 2 × 2 squares, 2 samples and a seed from 0 on.</source>
        <translation>LIME 至少需要 2 × 2 个方块、2 个样本和不小于 0 的种子。</translation>
    </message>
    <message>
        <source>LIME of the {score}</source>
        <translation>LIME：{score}</translation>
    </message>
    <message>
        <source>LayerCAM</source>
        <translation>LayerCAM</translation>
    </message>
    <message>
        <source>Logit</source>
        <translation>Logit</translation>
    </message>
    <message>
        <source>Map is sound: {share} of the places are positive before the ReLU.</source>
        <translation>热图正常：ReLU 之前 {share} 的位置为正。</translation>
    </message>
    <message>
        <source>Map is sound: {share} of the places are positive.</source>
        <translation>热图正常：{share} 的位置为正。</translation>
    </message>
    <message>
        <source>Microsoft&apos;s Visual C++ Redistributable is not installed</source>
        <translation>未安装 Microsoft Visual C++ Redistributable</translation>
    </message>
    <message>
        <source>Misses the score by {share}: take more steps.</source>
        <translation>与分数相差 {share}：请增加步数。</translation>
    </message>
    <message>
        <source>Moved by one place they would be right on {share:.0f} % of the photos.</source>
        <translation>若移动一位，则在 {share:.0f}% 的照片上正确。</translation>
    </message>
    <message>
        <source>Moves under noise ({value:.2f}).</source>
        <translation>加噪后会变动（{value:.2f}）。</translation>
    </message>
    <message>
        <source>Moves when the photo is flipped ({value:.2f}).</source>
        <translation>照片翻转后会变动（{value:.2f}）。</translation>
    </message>
    <message>
        <source>NVIDIA driver</source>
        <translation>NVIDIA 驱动程序</translation>
    </message>
    <message>
        <source>Nearly nothing is left: {share} of the places are positive.</source>
        <translation>几乎没有留下什么：{share} 的位置为正。</translation>
    </message>
    <message>
        <source>NetGaze</source>
        <translation>NetGaze</translation>
    </message>
    <message>
        <source>NetGaze does not use it</source>
        <translation>NetGaze 不使用它</translation>
    </message>
    <message>
        <source>NetGaze made a mistake</source>
        <translation>NetGaze 出错了</translation>
    </message>
    <message>
        <source>NetGaze made a mistake when it compared the gradients with the model.</source>
        <translation>NetGaze 在比较梯度与模型时出错。</translation>
    </message>
    <message>
        <source>NetGaze made a mistake when it prepared the gradients of this model. Occlusion and activations still work.</source>
        <translation>NetGaze 在准备此模型的梯度时出错。遮挡和层激活仍可使用。</translation>
    </message>
    <message>
        <source>NetGaze made a mistake; nothing that was not finished was written. Python&apos;s option -X dev shows where it happened. {kind}: {said}</source>
        <translation>NetGaze 出错了；未完成的内容没有写出。用 Python 的选项 -X dev 可看到出错位置。{kind}：{said}</translation>
    </message>
    <message>
        <source>NetGaze&apos;s notes have no entry of this name.{hint}</source>
        <translation>NetGaze 的备注中没有此名称的条目。{hint}</translation>
    </message>
    <message>
        <source>No class leans on one part of the picture.</source>
        <translation>没有类别只依赖画面的某一部分。</translation>
    </message>
    <message>
        <source>No class of the model fits {names}; their photos count in no metric. Say with --match which class they are.</source>
        <translation>模型没有与 {names} 对应的类别；这些照片不计入任何指标。请用 --match 指定它们属于哪个类别。</translation>
    </message>
    <message>
        <source>No difference: the maps of both photos differ in size.</source>
        <translation>没有差值：两张照片的图大小不同。</translation>
    </message>
    <message numerus="yes">
        <source>No gradients for &quot;{model}&quot;: {n} operators are missing: {listed}. Occlusion and activations still work.</source>
        <translation>
            <numerusform>“{model}”没有梯度：缺少 {n} 个算子：{listed}。遮挡和层激活仍可使用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No gradients: {n} operators missing</source>
        <translation>
            <numerusform>没有梯度：缺少 {n} 个算子</numerusform>
        </translation>
    </message>
    <message>
        <source>No photo of &quot;{name}&quot; can be read. The first one: {why}</source>
        <translation>“{name}”中没有可读取的照片。第一张：{why}</translation>
    </message>
    <message>
        <source>No photo of &quot;{name}&quot; is in its part {part}. Choose another with --split.</source>
        <translation>“{name}”的 {part} 部分没有照片。请用 --split 选择其他部分。</translation>
    </message>
    <message>
        <source>No place was computed yet.</source>
        <translation>尚未计算任何位置。</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>No tensor of &quot;{file}&quot; has rows and columns, so there is nothing to draw. Use occlusion.</source>
        <translation>“{file}”没有带行和列的张量，因此没有可绘制的内容。请使用遮挡。</translation>
    </message>
    <message>
        <source>Nobody says what the model is given beside the photo: {inputs}. The option --input says it.</source>
        <translation>除照片外还应给模型什么，没有说明：{inputs}。可用选项 --input 指定。</translation>
    </message>
    <message>
        <source>Noise alone moves the map by {share}.</source>
        <translation>仅噪声就使热图变动 {share}。</translation>
    </message>
    <message>
        <source>Not a number from &quot;{tensor}&quot; on.</source>
        <translation>自“{tensor}”起为非数。</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>Nothing there was changed.</source>
        <translation>那里没有任何更改。</translation>
    </message>
    <message>
        <source>Nothing trains behind &quot;{layer}&quot;: it does not lead to the classes. Choose a layer before them.</source>
        <translation>“{layer}”之后没有可训练的内容：它不通向类别。请选择类别之前的层。</translation>
    </message>
    <message>
        <source>ONNX Runtime</source>
        <translation>ONNX Runtime</translation>
    </message>
    <message>
        <source>ONNX Runtime does not use it here, and does not say why</source>
        <translation>ONNX Runtime 在这里不使用它，也没有说明原因</translation>
    </message>
    <message>
        <source>ONNX Runtime was built for CUDA {version}, which is too old</source>
        <translation>ONNX Runtime 是为 CUDA {version} 构建的，版本过旧</translation>
    </message>
    <message>
        <source>ONNX Runtime&apos;s optimiser changes the answers of this model, so it is run node by node, as the file says.</source>
        <translation>ONNX Runtime 的优化器会改变此模型的答案，因此按文件所写逐个节点运行。</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>One copy: how far noise moves the map is not known.</source>
        <translation>只有一个副本：不知道噪声会使热图变动多少。</translation>
    </message>
    <message>
        <source>One photo proves little: most ways agree with {way}. Choose a folder of labelled photos.</source>
        <translation>一张照片说明不了多少：多数方式与 {way} 一致。请选择带标签的照片的文件夹。</translation>
    </message>
    <message>
        <source>Only its first frame can be read.</source>
        <translation>只能读取其第一帧。</translation>
    </message>
    <message>
        <source>Only the classes have probabilities. Explain the value of &quot;{tensor}&quot; itself: choose the logit.</source>
        <translation>只有类别才有概率。要解释“{tensor}”本身的值，请选择 logit。</translation>
    </message>
    <message>
        <source>Parts of the old and of the new export stand there. Nothing is lost: the next export into this folder puts it in order.</source>
        <translation>那里混有新旧两次导出的部分内容。没有丢失任何内容：下次导出到此文件夹时会整理好。</translation>
    </message>
    <message>
        <source>Pictures cannot have a side of {side} pixels. Give {least} to {most}, or none for the photo&apos;s own size.</source>
        <translation>图片的边长不能是 {side} 像素。请给出 {least} 到 {most}，或不指定以使用照片的原尺寸。</translation>
    </message>
    <message>
        <source>Preprocessing cannot have a scale or std of zero, nor an infinite one.</source>
        <translation>预处理的 scale 或 std 不能为零，也不能为无穷大。</translation>
    </message>
    <message numerus="yes">
        <source>Preprocessing needs {n} numbers as {word} for {channels}, not {found}.</source>
        <translation>
            <numerusform>对 {channels}，预处理的 {word} 需要 {n} 个数，而不是 {found}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>RISE</source>
        <translation>RISE</translation>
    </message>
    <message>
        <source>RISE cannot keep {share} of the cells: give a share between 0 and 1.</source>
        <translation>RISE 无法保留 {share} 的单元：请给出 0 到 1 之间的比例。</translation>
    </message>
    <message>
        <source>RISE needs at least one mask, 1 to {most:,} cells and a seed from 0 on.</source>
        <translation>RISE 至少需要一个掩膜、1 到 {most:,} 个单元和不小于 0 的种子。</translation>
    </message>
    <message>
        <source>RISE of the {score}</source>
        <translation>RISE：{score}</translation>
    </message>
    <message>
        <source>Ranking of {dataset}</source>
        <translation>{dataset} 的排序</translation>
    </message>
    <message>
        <source>Row {number} of &quot;{file}&quot; has the mark &quot;{word}&quot;; there are {words}.{hint}</source>
        <translation>“{file}”第 {number} 行的标记是“{word}”；可用的有 {words}。{hint}</translation>
    </message>
    <message>
        <source>Row {number} of &quot;{file}&quot; has the split &quot;{word}&quot;; there are {parts}.</source>
        <translation>“{file}”第 {number} 行的划分是“{word}”；可用的有 {parts}。</translation>
    </message>
    <message>
        <source>Row {number} of &quot;{file}&quot; names no photo.</source>
        <translation>“{file}”第 {number} 行没有照片。</translation>
    </message>
    <message>
        <source>Row {number} of &quot;{file}&quot; says {word}, but not {what}.</source>
        <translation>“{file}”第 {number} 行写有 {word}，却没有{what}。</translation>
    </message>
    <message numerus="yes">
        <source>Row {number} of the class names has {n} cells, but the first row promises at least {cells}. Complete or remove it.</source>
        <translation>
            <numerusform>类别名称的第 {number} 行有 {n} 个单元格，但按第一行至少应有 {cells} 个。请补全或删除该行。</numerusform>
        </translation>
    </message>
    <message>
        <source>SGD with momentum, or AdamW (sgdm)</source>
        <translation>带动量的 SGD，或 AdamW (sgdm)</translation>
    </message>
    <message>
        <source>Says what was attended to, not what spoke for the class.</source>
        <translation>表示关注了什么，而不是什么支持该类别。</translation>
    </message>
    <message>
        <source>Score-CAM</source>
        <translation>Score-CAM</translation>
    </message>
    <message>
        <source>Score-CAM explains a probability. Choose the probability.</source>
        <translation>Score-CAM 解释概率。请选择概率。</translation>
    </message>
    <message>
        <source>Score-CAM needs at least one channel.</source>
        <translation>Score-CAM 至少需要一个通道。</translation>
    </message>
    <message>
        <source>Score-CAM of the {score}</source>
        <translation>Score-CAM：{score}</translation>
    </message>
    <message>
        <source>Several outputs could hold the classes: {names}. &quot;{output}&quot; is read; the option --output chooses another.</source>
        <translation>有多个输出可能含有类别：{names}。读取的是“{output}”；可用选项 --output 另选。</translation>
    </message>
    <message>
        <source>Show the layer before</source>
        <translation>改为显示前一层</translation>
    </message>
    <message>
        <source>Shows the photo through each feature map and weighs it by the score.</source>
        <translation>透过每个特征图展示照片，并按分数加权。</translation>
    </message>
    <message>
        <source>Shows the photo through random grids and averages the score.</source>
        <translation>透过随机网格展示照片，并对分数取平均。</translation>
    </message>
    <message>
        <source>SmoothGrad</source>
        <translation>SmoothGrad</translation>
    </message>
    <message>
        <source>SmoothGrad needs at least one sample and one step, noise from 0 to {most:.0f} and a seed from 0 on.</source>
        <translation>SmoothGrad 至少需要一个样本和一步，噪声为 0 到 {most:.0f}，种子不小于 0。</translation>
    </message>
    <message>
        <source>SmoothGrad of the {score}</source>
        <translation>SmoothGrad：{score}</translation>
    </message>
    <message>
        <source>Standard error: {share} of the largest value.</source>
        <translation>标准误差：最大值的 {share}。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after {n} epochs; epoch {best} is kept. With --resume it goes on.</source>
        <translation>
            <numerusform>已在 {n} 轮后停止；保留第 {best} 轮。用 --resume 可继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>The ReLU removed everything: no place speaks for this class at this layer.</source>
        <translation>ReLU 去掉了一切：在这一层没有位置支持该类别。</translation>
    </message>
    <message>
        <source>The entry &quot;{key}&quot; in {where} cannot be used. {why}</source>
        <translation>{where}中的条目“{key}”无法使用。{why}</translation>
    </message>
    <message>
        <source>The entry &quot;{name}&quot; of &quot;{file}&quot; is {stated}, which is no class of the model; give one class&apos;s name, its index, or null.{hint}</source>
        <translation>“{file}”的条目“{name}”是 {stated}，不是模型的类别；请给出一个类别的名称、索引，或 null。{hint}</translation>
    </message>
    <message numerus="yes">
        <source>The first of {n} frames is shown.</source>
        <translation>
            <numerusform>显示的是 {n} 帧中的第一帧。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first of {n} pages is shown.</source>
        <translation>
            <numerusform>显示的是 {n} 页中的第一页。</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder &quot;{folder}&quot; is not there any more. What was scored is kept; it goes on when the folder is back.</source>
        <translation>文件夹“{folder}”已不存在。已得到的分数会保留；文件夹恢复后可继续。</translation>
    </message>
    <message>
        <source>The given list</source>
        <translation>给定的列表</translation>
    </message>
    <message>
        <source>The gradient at &quot;{tensor}&quot; is no number.</source>
        <translation>“{tensor}”处的梯度是非数。</translation>
    </message>
    <message>
        <source>The gradient is zero: nothing here changes the {score}.</source>
        <translation>梯度为零：这里没有任何东西改变{score}。</translation>
    </message>
    <message>
        <source>The gradient is {degree}: the {activation} is saturated (p = {p:.3f}).</source>
        <translation>梯度{degree}：{activation} 已饱和 (p = {p:.3f})。</translation>
    </message>
    <message>
        <source>The head cannot be &quot;{tensor}&quot;: no learnt layer makes it. The usual one is &quot;{usual}&quot;.</source>
        <translation>“{tensor}”不能作为分类头：没有可学习的层生成它。通常的分类头是“{usual}”。</translation>
    </message>
    <message>
        <source>The head of &quot;{file}&quot; cannot be replaced: {why}. Choose another layer.</source>
        <translation>无法替换“{file}”的分类头：{why}。请选择其他层。</translation>
    </message>
    <message>
        <source>The input &quot;{name}&quot; is {dtype} and cannot be {numbers}.</source>
        <translation>输入“{name}”是 {dtype}，不能为 {numbers}。</translation>
    </message>
    <message numerus="yes">
        <source>The input &quot;{name}&quot; takes {n} numbers, or one for all of them, not {found}.</source>
        <translation>
            <numerusform>输入“{name}”需要 {n} 个数，或一个数用于全部，而不是 {found} 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>The input of this model is {declared} pixels, it cannot be {stated}.</source>
        <translation>此模型的输入是 {declared} 像素，不能是 {stated}。</translation>
    </message>
    <message>
        <source>The layer {layer} has no channel {channel}: it has {count}, counted from 0.</source>
        <translation>层 {layer} 没有通道 {channel}：它有 {count} 个，从 0 开始编号。</translation>
    </message>
    <message>
        <source>The leading class is the one to compare against. Choose a target.</source>
        <translation>比较所相对的就是首位类别。请选择目标。</translation>
    </message>
    <message>
        <source>The line explains only {share} of the changes: do not read single squares.</source>
        <translation>直线只能解释 {share} 的变化：不要解读单个方块。</translation>
    </message>
    <message>
        <source>The line explains {share} of the changes.</source>
        <translation>直线能解释 {share} 的变化。</translation>
    </message>
    <message>
        <source>The loss is not a number since step {step}. Epoch {best} is kept. Try a smaller learning rate.</source>
        <translation>自第 {step} 步起损失为非数。保留第 {best} 轮。请尝试更小的学习率。</translation>
    </message>
    <message>
        <source>The loss is not a number since step {step}. Nothing is kept: no epoch had ended. Try a smaller learning rate.</source>
        <translation>自第 {step} 步起损失为非数。没有保留任何结果：还没有一轮结束。请尝试更小的学习率。</translation>
    </message>
    <message>
        <source>The map is not complete yet. Continue it first.</source>
        <translation>热图尚未完成。请先继续生成。</translation>
    </message>
    <message>
        <source>The map is {ratio} of the score: noise.</source>
        <translation>此图只有分数的 {ratio}：是噪声。</translation>
    </message>
    <message>
        <source>The model &quot;{file}&quot; is not the one that the export was made with.</source>
        <translation>模型“{file}”不是导出时所用的模型。</translation>
    </message>
    <message>
        <source>The model computes in bfloat16; here it computes in float32.</source>
        <translation>模型以 bfloat16 计算；这里以 float32 计算。</translation>
    </message>
    <message>
        <source>The model&apos;s metadata</source>
        <translation>模型的元数据</translation>
    </message>
    <message>
        <source>The model&apos;s sidecar</source>
        <translation>模型的伴随文件</translation>
    </message>
    <message>
        <source>The network is less sure than right: where it says {said:.2f}, it is right in {right:.0f} of 100.</source>
        <translation>网络过于谨慎：在它给出 {said:.2f} 时，100 次中有 {right:.0f} 次正确。</translation>
    </message>
    <message>
        <source>The network is more sure than right: where it says {said:.2f}, it is right in {right:.0f} of 100.</source>
        <translation>网络过于自信：在它给出 {said:.2f} 时，100 次中有 {right:.0f} 次正确。</translation>
    </message>
    <message>
        <source>The network says what it knows.</source>
        <translation>网络的自信程度与实际相符。</translation>
    </message>
    <message>
        <source>The new file answers otherwise in ONNX Runtime than the network that was trained: {apart:.2g} apart, {allowed:.2g} allowed. It was not kept. {hint}</source>
        <translation>新文件在 ONNX Runtime 中的答案与训练的网络不同：相差 {apart:.2g}，允许 {allowed:.2g}。没有保留它。{hint}</translation>
    </message>
    <message>
        <source>The new model is an ONNX file: &quot;{file}&quot; must end in .onnx.</source>
        <translation>新模型是 ONNX 文件：“{file}”必须以 .onnx 结尾。</translation>
    </message>
    <message>
        <source>The number of {name} must be at least 1, not {value}.</source>
        <translation>{name} 的数目至少为 1，而不是 {value}。</translation>
    </message>
    <message>
        <source>The numbers of &quot;{file}&quot; are others now: {found}. Was the model, the photo or a version changed?</source>
        <translation>“{file}”中的数值现在不同了：{found}。是否更换了模型、照片或版本？</translation>
    </message>
    <message numerus="yes">
        <source>The patience must be at least 1 epoch, not {n}.</source>
        <translation>
            <numerusform>耐心轮数至少为 1，而不是 {n}。</numerusform>
        </translation>
    </message>
    <message>
        <source>The perplexity is a number of neighbours from {least} to {most}, not {found:g}.</source>
        <translation>困惑度是 {least} 到 {most} 的近邻数，而不是 {found:g}。</translation>
    </message>
    <message>
        <source>The photo &quot;{file}&quot; is not the one that the export was made with.</source>
        <translation>照片“{file}”不是导出时所用的照片。</translation>
    </message>
    <message>
        <source>The photo&apos;s short side cannot be resized to {short} pixels: the input has {least}.</source>
        <translation>照片的短边无法缩放到 {short} 像素：输入为 {least}。</translation>
    </message>
    <message>
        <source>The model takes four channels: it is fed RGBA, all opaque. The option --alpha kept feeds it the transparency of photos.</source>
        <translation>模型需要四个通道：送入的是完全不透明的 RGBA。选项 --alpha kept 可送入照片的透明度。</translation>
    </message>
    <message>
        <source>&lt;0.1 %</source>
        <translation>&lt;0.1%</translation>
    </message>
    <message>
        <source>&lt;1 %</source>
        <translation>&lt;1%</translation>
    </message>
    <message>
        <source>A flip and noise were not tried: their maps would take too long.</source>
        <translation>未试验翻转和噪声：生成它们的图耗时过长。</translation>
    </message>
    <message>
        <source>Another photo&apos;s map is no rival here: it would take too long with this method.</source>
        <translation>这里没有用另一张照片的图作对照：用此方法耗时过长。</translation>
    </message>
    <message>
        <source>Axes are one of {choices}, not &quot;{axes}&quot;.</source>
        <translation>各轴应为 {choices} 之一，而不是“{axes}”。</translation>
    </message>
    <message numerus="yes">
        <source>Beats {n} of {total} rivals and depends on the trained weights; a flip and noise were not tried.</source>
        <translation>
            <numerusform>优于 {total} 幅对照图中的 {n} 幅，取决于训练得到的权重；未试验翻转和噪声。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Beats {n} of {total} rivals and stays put under a flip and noise; other weights were not tried.</source>
        <translation>
            <numerusform>优于 {total} 幅对照图中的 {n} 幅，在翻转和加噪后保持不变；未试验其他权重。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot; as an ONNX model: {found}. {help}</source>
        <translation>无法将“{file}”作为 ONNX 模型打开：{found}。{help}</translation>
    </message>
    <message>
        <source>Cannot reopen &quot;{file}&quot;: its heatmap.npy is no map of rows and columns.</source>
        <translation>无法重新打开“{file}”：其 heatmap.npy 不是由行和列组成的热图。</translation>
    </message>
    <message>
        <source>Cannot use &quot;{file}&quot; yet: its input {tensor} leaves open which axis holds the channels, and how many there are. Say its axes: {choices}.</source>
        <translation>暂时无法使用“{file}”：其输入 {tensor} 没有说明哪个轴是通道，以及有多少个通道。请指定各轴：{choices}。</translation>
    </message>
    <message>
        <source>Export the model to ONNX again, or choose another file.</source>
        <translation>请重新将模型导出为 ONNX，或选择其他文件。</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Fetch it by &quot;git lfs pull&quot;, or choose another file.</source>
        <translation>请用“git lfs pull”获取，或选择其他文件。</translation>
    </message>
    <message>
        <source>Grad-CAM, by the torch twin</source>
        <translation>Grad-CAM，用 torch 副本</translation>
    </message>
    <message numerus="yes">
        <source>It had not ended after {n} seconds.</source>
        <translation>
            <numerusform>{n} 秒后仍未结束。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It took {n} steps.</source>
        <translation>
            <numerusform>用了 {n} 步。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One map would take over {n:.0f} seconds.</source>
        <translation>
            <numerusform>生成一幅图需要超过 {n:.0f} 秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>Other weights were not tried: some operators of this network have no gradients here.</source>
        <translation>未试验其他权重：此网络的一些算子在这里没有梯度。</translation>
    </message>
    <message>
        <source>Other weights were not tried: that would take too long with this method.</source>
        <translation>未试验其他权重：用此方法耗时过长。</translation>
    </message>
    <message>
        <source>Other weights were not tried: this method takes no gradients, and only the torch twin&apos;s weights can be drawn anew.</source>
        <translation>未试验其他权重：此方法不使用梯度，而只有 torch 副本的权重可以重新随机设定。</translation>
    </message>
    <message>
        <source>Shows what an image classifier looks at. Without a command: netgaze [MODEL] [PHOTO] opens the window; netgaze --self-test tries all of it, unseen.</source>
        <translation>显示图像分类器在看什么。不带命令时，netgaze [MODEL] [PHOTO] 会打开窗口；netgaze --self-test 在后台试验全部功能。</translation>
    </message>
    <message>
        <source>The command line says: {words}</source>
        <translation>命令行提示：{words}</translation>
    </message>
    <message>
        <source>The input of this model is {tensor}; its axes cannot be {axes}.</source>
        <translation>此模型的输入是 {tensor}；其各轴不能是 {axes}。</translation>
    </message>
    <message>
        <source>The picture &quot;{name}&quot; is empty.</source>
        <translation>图片“{name}”是空的。</translation>
    </message>
    <message>
        <source>The preprocessing in {where} is not understood{wrong}. It is a preset&apos;s name or {{&quot;channels&quot;: &quot;RGB&quot;, &quot;BGR&quot;, &quot;RGBA&quot;, &quot;gray&quot; or &quot;GGG&quot; (grey three times), &quot;scale&quot;: number, &quot;mean&quot;: numbers, &quot;std&quot;: numbers}}, meaning (x * scale - mean) / std.</source>
        <translation>无法理解{where}中的预处理{wrong}。它应是预设的名称，或 {{&quot;channels&quot;: &quot;RGB&quot;, &quot;BGR&quot;, &quot;RGBA&quot;, &quot;gray&quot; or &quot;GGG&quot; (grey three times), &quot;scale&quot;: number, &quot;mean&quot;: numbers, &quot;std&quot;: numbers}}，含义为 (x * scale - mean) / std。</translation>
    </message>
    <message numerus="yes">
        <source>The preprocessing is for {channels}, but the model takes {n} channels.</source>
        <translation>
            <numerusform>预处理用于 {channels}，但模型需要 {n} 个通道。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The quantised output is saturated: {n} classes have its last number, {number}, and cannot be told apart.</source>
        <translation>
            <numerusform>量化的输出已饱和：{n} 个类别都取最后一个数 {number}，无法区分。</numerusform>
        </translation>
    </message>
    <message>
        <source>The review list relabels &quot;{photo}&quot; to &quot;{label}&quot;, which is no class of this dataset.{hint}</source>
        <translation>复核列表将“{photo}”的标签改为“{label}”，它不是此数据集的类别。{hint}</translation>
    </message>
    <message>
        <source>The same, rising gradients only.</source>
        <translation>同上，只取上升的梯度。</translation>
    </message>
    <message>
        <source>The score book &quot;{folder}&quot; was written for another model or another preprocessing. Choose another folder for it.</source>
        <translation>分数记录“{folder}”是为其他模型或其他预处理写的。请为它另选文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>The seed must not be negative, but is {n}.</source>
        <translation>
            <numerusform>种子不能为负，但现在是 {n}。</numerusform>
        </translation>
    </message>
    <message>
        <source>The tensor &quot;{name}&quot; of &quot;{file}&quot; is no layer: it is neither a map, nor tokens on a grid, nor a vector.</source>
        <translation>“{file}”的张量“{name}”不是层：它既不是图，也不是网格上的 token，也不是向量。</translation>
    </message>
    <message>
        <source>The tensor {names} is neither given nor made by the model.</source>
        <translation>张量 {names} 既没有给出，模型也没有生成。</translation>
    </message>
    <message numerus="yes">
        <source>The transparency of photos cannot be kept: the model takes {n} channels, not four. Choose white, black or ignored.</source>
        <translation>
            <numerusform>无法保留照片的透明度：模型需要 {n} 个通道，而不是四个。请选择 white、black 或 ignored。</numerusform>
        </translation>
    </message>
    <message>
        <source>The window cannot open because the system library {name} does not load; on Debian and Ubuntu, &quot;sudo apt install {packages}&quot; installs all that it needs.</source>
        <translation>无法打开窗口，因为系统库 {name} 未能加载；在 Debian 和 Ubuntu 上，“sudo apt install {packages}”可安装所需的一切。</translation>
    </message>
    <message>
        <source>The window cannot open because there is no display; start it in a desktop session, or on Debian and Ubuntu with &quot;sudo apt install xvfb {packages}&quot; and &quot;xvfb-run python main.py&quot;.</source>
        <translation>无法打开窗口，因为没有显示器；请在桌面会话中启动，或在 Debian 和 Ubuntu 上使用“sudo apt install xvfb {packages}”和“xvfb-run python main.py”。</translation>
    </message>
    <message>
        <source>The window cannot open on &quot;{name}&quot;, which QT_QPA_PLATFORM names; unset this variable.</source>
        <translation>无法在 QT_QPA_PLATFORM 指定的“{name}”上打开窗口；请取消设置此变量。</translation>
    </message>
    <message>
        <source>The work was stopped; your files are untouched. Details are in the log.</source>
        <translation>任务已停止；您的文件没有改动。详情见日志。</translation>
    </message>
    <message>
        <source>The {name} must be a number above 0, not {value}.</source>
        <translation>{name} 必须是大于 0 的数，而不是 {value}。</translation>
    </message>
    <message numerus="yes">
        <source>The {n} class names fit better {order}: right on {better:.0f} % of the photos instead of {worse:.0f} %.</source>
        <translation>
            <numerusform>这 {n} 个类别名称{order}更合适：在 {better:.0f}% 的照片上正确，而不是 {worse:.0f}%。</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no class names in &quot;{file}&quot;. Give a text file with one name a line, a JSON list, or a CSV file with a column called name.</source>
        <translation>“{file}”中没有类别名称。请给出每行一个名称的文本文件、JSON 列表，或含 name 列的 CSV 文件。</translation>
    </message>
    <message>
        <source>There are no photos in the folder &quot;{name}&quot;.</source>
        <translation>文件夹“{name}”中没有照片。</translation>
    </message>
    <message>
        <source>There is no &quot;{name}&quot; to be seen.</source>
        <translation>看不到“{name}”。</translation>
    </message>
    <message numerus="yes">
        <source>There is no block {first}: the network has {n}, 0 to {last}.</source>
        <translation>
            <numerusform>没有块 {first}：网络有 {n} 个，编号 0 到 {last}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is no channel {channel} in &quot;{tensor}&quot;: it has {n}.</source>
        <translation>
            <numerusform>“{tensor}”中没有通道 {channel}：它有 {n} 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no class &quot;{word}&quot; in this dataset.{hint}</source>
        <translation>此数据集中没有类别“{word}”。{hint}</translation>
    </message>
    <message numerus="yes">
        <source>There is no class {digits}: the model has {n} classes, 0 to {last}.</source>
        <translation>
            <numerusform>没有类别 {digits}：模型有 {n} 个类别，编号 0 到 {last}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is no class {index}: the model has {n} classes, 0 to {last}.</source>
        <translation>
            <numerusform>没有类别 {index}：模型有 {n} 个类别，编号 0 到 {last}。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no class {wanted!r}.</source>
        <translation>没有类别 {wanted!r}。</translation>
    </message>
    <message>
        <source>There is no class {wanted!r}. Near matches: {classes}.</source>
        <translation>没有类别 {wanted!r}。相近的有：{classes}。</translation>
    </message>
    <message>
        <source>There is no export in &quot;{folder}&quot;. Choose a folder with one of {names}.</source>
        <translation>“{folder}”中没有导出结果。请选择含有 {names} 之一的文件夹。</translation>
    </message>
    <message>
        <source>There is no file &quot;{name}&quot;.</source>
        <translation>没有文件“{name}”。</translation>
    </message>
    <message>
        <source>There is no folder &quot;{folder}&quot; for the new model.</source>
        <translation>没有用于存放新模型的文件夹“{folder}”。</translation>
    </message>
    <message>
        <source>There is no folder &quot;{folder}&quot;. Was it moved, or its drive taken out?</source>
        <translation>没有文件夹“{folder}”。它是否被移动，或所在的磁盘已取下？</translation>
    </message>
    <message>
        <source>There is no layer &quot;{layer}&quot;.{hint}</source>
        <translation>没有层“{layer}”。{hint}</translation>
    </message>
    <message>
        <source>There is no layer &quot;{name}&quot; in &quot;{file}&quot;.{hint}</source>
        <translation>“{file}”中没有层“{name}”。{hint}</translation>
    </message>
    <message>
        <source>There is no layer &quot;{name}&quot;.{hint}</source>
        <translation>没有层“{name}”。{hint}</translation>
    </message>
    <message>
        <source>There is no output &quot;{name}&quot; in &quot;{file}&quot;; there are {names}.{hint}</source>
        <translation>“{file}”中没有输出“{name}”；可用的有 {names}。{hint}</translation>
    </message>
    <message>
        <source>There is no photo in &quot;{folder}&quot;. Choose a folder with one folder per class.</source>
        <translation>“{folder}”中没有照片。请选择每个类别一个子文件夹的文件夹。</translation>
    </message>
    <message>
        <source>There is no photo in &quot;{folder}&quot;. Name a folder with photos, or photos.</source>
        <translation>“{folder}”中没有照片。请指定含照片的文件夹或照片。</translation>
    </message>
    <message>
        <source>There is no preprocessing preset {value!r} ({where}). Presets: {presets}; or give a JSON file.{hint}</source>
        <translation>没有预处理预设 {value!r}（{where}）。预设有：{presets}；也可以给出 JSON 文件。{hint}</translation>
    </message>
    <message>
        <source>There is no run to go on with: &quot;{file}&quot; is not there. Start without --resume.</source>
        <translation>没有可继续的训练：“{file}”不存在。请不带 --resume 启动。</translation>
    </message>
    <message>
        <source>There is no tensor &quot;{name}&quot; in &quot;{file}&quot;.{hint}</source>
        <translation>“{file}”中没有张量“{name}”。{hint}</translation>
    </message>
    <message>
        <source>There is no tensor &quot;{tensor}&quot; to explain.{hint}</source>
        <translation>没有可解释的张量“{tensor}”。{hint}</translation>
    </message>
    <message>
        <source>There is no training photo of {names}. Add photos, or change the split.</source>
        <translation>没有 {names} 的训练照片。请添加照片，或更改划分。</translation>
    </message>
    <message>
        <source>There is no way to resize called {stated}; there are {known}.</source>
        <translation>没有名为 {stated} 的缩放方式；可用的有 {known}。</translation>
    </message>
    <message>
        <source>There is no {name} {word!r}; there are {known}.{hint}</source>
        <translation>没有 {name} {word!r}；可用的有 {known}。{hint}</translation>
    </message>
    <message>
        <source>These class names do not fit</source>
        <translation>这些类别名称不合适</translation>
    </message>
    <message>
        <source>These options cannot work</source>
        <translation>这些选项不可行</translation>
    </message>
    <message>
        <source>This cannot be done</source>
        <translation>无法完成此操作</translation>
    </message>
    <message>
        <source>This dataset cannot be used</source>
        <translation>无法使用此数据集</translation>
    </message>
    <message>
        <source>This file has no batch norm, so the learning rate is 3e-5 where everything trains.</source>
        <translation>此文件没有批归一化，因此训练全部层时学习率为 3e-5。</translation>
    </message>
    <message>
        <source>This file keeps its attention inside the operator {operator}, with a mask, a past or another form that is not laid open here. Export it with an opset below 23 and without ONNX Runtime&apos;s transformer optimiser.</source>
        <translation>此文件的注意力位于算子 {operator} 内部，带有掩膜、历史状态或这里无法展开的其他形式。请以低于 23 的 opset 导出，并且不使用 ONNX Runtime 的 Transformer 优化器。</translation>
    </message>
    <message>
        <source>This folder holds an export</source>
        <translation>此文件夹中已有导出结果</translation>
    </message>
    <message>
        <source>This layer cannot be run at {width} × {height}: a part of the network before it is made for one size. Choose an earlier layer, or switch Larger than trained off.</source>
        <translation>此层无法以 {width} × {height} 运行：它之前的一部分网络只适用于一种尺寸。请选择更靠前的层，或关闭“大于训练尺寸”。</translation>
    </message>
    <message>
        <source>This layer is 1 × 1 and has no places.</source>
        <translation>此层是 1 × 1，没有位置。</translation>
    </message>
    <message>
        <source>This layer lies in the first half of the network: no later one is passed by all gradients of places.</source>
        <translation>此层位于网络的前半部分：没有更靠后的层能让各位置的梯度全部通过。</translation>
    </message>
    <message numerus="yes">
        <source>This map kept {n} leading classes to save memory, and class {target} is not among them. Run the map again with this target.</source>
        <translation>
            <numerusform>为节省内存，此图只保留了 {n} 个领先的类别，其中没有类别 {target}。请以此为目标重新生成。</numerusform>
        </translation>
    </message>
    <message>
        <source>This model cannot be used</source>
        <translation>无法使用此模型</translation>
    </message>
    <message>
        <source>This model has no gradients here</source>
        <translation>此模型在这里没有梯度</translation>
    </message>
    <message>
        <source>This network has no attention.</source>
        <translation>此网络没有注意力。</translation>
    </message>
    <message>
        <source>This network has no features in front of its classes that could be compared.</source>
        <translation>此网络在类别之前没有可供比较的特征。</translation>
    </message>
    <message>
        <source>This photo cannot be opened</source>
        <translation>无法打开此照片</translation>
    </message>
    <message>
        <source>Too few photos to tell how far it can be believed.</source>
        <translation>照片太少，无法判断它有多可信。</translation>
    </message>
    <message>
        <source>Training stopped</source>
        <translation>训练已停止</translation>
    </message>
    <message>
        <source>Transparent places of photos cannot become {stated}; there are {known}.</source>
        <translation>照片的透明处不能变为 {stated}；可用的有 {known}。</translation>
    </message>
    <message>
        <source>Trust needs at least one photo, some minutes and a seed from 0 on.</source>
        <translation>测量可信度至少需要一张照片、若干分钟和不小于 0 的种子。</translation>
    </message>
    <message>
        <source>Try --float32.</source>
        <translation>请尝试 --float32。</translation>
    </message>
    <message>
        <source>Trying {file} · first run in a separate process</source>
        <translation>正在试用 {file} · 先在单独的进程中运行</translation>
    </message>
    <message>
        <source>Use {layer}</source>
        <translation>改用 {layer}</translation>
    </message>
    <message numerus="yes">
        <source>Weaker evidence, for these photos have no labels: {way} says what most ways say on {hits} of {n} photos; {now}, used now, on {other}.</source>
        <translation>
            <numerusform>证据较弱，因为这些照片没有标签：{way} 在 {n} 张照片中的 {hits} 张上与多数方式一致；现在使用的 {now} 为 {other} 张。</numerusform>
        </translation>
    </message>
    <message>
        <source>Weighs each feature map by how much it raises the score, and adds them up.</source>
        <translation>按每个特征图提高分数的程度加权，再相加。</translation>
    </message>
    <message>
        <source>Went on in float32: {precision} cannot be used ({why}).</source>
        <translation>已改用 float32 继续：无法使用 {precision}（{why}）。</translation>
    </message>
    <message>
        <source>Went on on the CPU: {why}.</source>
        <translation>已改用 CPU 继续：{why}。</translation>
    </message>
    <message>
        <source>Went on with smaller batches ({half} instead of {whole}).</source>
        <translation>已改用更小的批继续（{half}，而不是 {whole}）。</translation>
    </message>
    <message>
        <source>What stood there stands again, whole.</source>
        <translation>原有内容已完整恢复。</translation>
    </message>
    <message>
        <source>a SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>a child process tries a model</source>
        <translation>由子进程试运行模型</translation>
    </message>
    <message>
        <source>a class whose score is subtracted</source>
        <translation>要减去其分数的类别</translation>
    </message>
    <message>
        <source>a class, by index or name (the top class)</source>
        <translation>类别，按索引或名称（首位类别）</translation>
    </message>
    <message>
        <source>a file &quot;{name}&quot;</source>
        <translation>文件“{name}”</translation>
    </message>
    <message>
        <source>a file of that name is in the way</source>
        <translation>已有同名文件</translation>
    </message>
    <message>
        <source>a folder &quot;{name}&quot;</source>
        <translation>文件夹“{name}”</translation>
    </message>
    <message>
        <source>a folder with a folder per class, or a CSV (path, label, split)</source>
        <translation>每个类别一个子文件夹的文件夹，或 CSV (path, label, split)</translation>
    </message>
    <message>
        <source>a height and a width in pixels</source>
        <translation>以像素为单位的高和宽</translation>
    </message>
    <message>
        <source>a line for each node; as JSON with the keys name, operator, output, shape, parameters, multiply_adds, memory (bytes), kind, short, attributes</source>
        <translation>每个节点一行；用 JSON 时键为 name, operator, output, shape, parameters, multiply_adds, memory（字节）, kind, short, attributes</translation>
    </message>
    <message>
        <source>a list of 1 to {most} objects</source>
        <translation>1 到 {most} 个对象的列表</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>名称列表</translation>
    </message>
    <message>
        <source>a list of up to {most:,} numbers</source>
        <translation>最多 {most:,} 个数的列表</translation>
    </message>
    <message>
        <source>a list of up to {most:,} whole numbers</source>
        <translation>最多 {most:,} 个整数的列表</translation>
    </message>
    <message>
        <source>a part of its path is a file, not a folder</source>
        <translation>路径的一部分是文件，不是文件夹</translation>
    </message>
    <message>
        <source>a patch covers a place</source>
        <translation>遮挡块遮住一处</translation>
    </message>
    <message>
        <source>a photo, or a folder with a folder of photos for each class</source>
        <translation>一张照片，或每个类别一个子文件夹的照片文件夹</translation>
    </message>
    <message>
        <source>a photo; or several, or folders, where all photos are taken</source>
        <translation>一张照片；或多张照片，或文件夹（使用其中所有照片）</translation>
    </message>
    <message>
        <source>a rectangle: top, left, height, width</source>
        <translation>矩形：上, 左, 高, 宽</translation>
    </message>
    <message>
        <source>a small occlusion map</source>
        <translation>小的遮挡图</translation>
    </message>
    <message>
        <source>a tensor with rows and columns, listed by info --layers (automatic)</source>
        <translation>有行和列的张量，由 info --layers 列出（自动）</translation>
    </message>
    <message>
        <source>a tensor; info --layers</source>
        <translation>张量；info --layers</translation>
    </message>
    <message>
        <source>a whole dataset, from best to worst; metrics and suspects</source>
        <translation>整个数据集，从最好到最差；指标和可疑照片</translation>
    </message>
    <message>
        <source>a whole number from {least} to {most}</source>
        <translation>{least} 到 {most} 的整数</translation>
    </message>
    <message>
        <source>above and below zero</source>
        <translation>有正有负</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>activation memory</source>
        <translation>激活内存</translation>
    </message>
    <message>
        <source>after the ReLU, zero or more</source>
        <translation>ReLU 之后，零或更大</translation>
    </message>
    <message>
        <source>also the N strongest channels</source>
        <translation>另加最强的 N 个通道</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>选项不明确：%(option)s 可能是 %(matches)s</translation>
    </message>
    <message>
        <source>an ONNX image classifier</source>
        <translation>ONNX 图像分类器</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>another photo&apos;s map</source>
        <translation>另一张照片的图</translation>
    </message>
    <message>
        <source>another program keeps the graphics card for itself</source>
        <translation>另一程序独占了显卡</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>任意数</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>参数 %(argument_name)s：%(message)s</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>按原样</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>按原样</translation>
    </message>
    <message>
        <source>attention: the first block, from 0 on</source>
        <translation>注意力：第一个块，从 0 开始</translation>
    </message>
    <message>
        <source>attention: what stands for the heads of a block (mean)</source>
        <translation>注意力：用什么代表一个块的各个注意力头 (mean)</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>automatic: the last one whose places have a gradient</source>
        <translation>自动：最后一个各位置有梯度的层</translation>
    </message>
    <message>
        <source>automatic: the last one whose places have a gradient; next best {layer}</source>
        <translation>自动：最后一个各位置有梯度的层；其次是 {layer}</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>类别平衡方式</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>batch norm uses each batch&apos;s statistics, and learns the running ones</source>
        <translation>批归一化使用每一批的统计量，并学习滑动统计量</translation>
    </message>
    <message>
        <source>before the network quantises it</source>
        <translation>在网络量化它之前</translation>
    </message>
    <message>
        <source>beside it</source>
        <translation>其他输入</translation>
    </message>
    <message numerus="yes">
        <source>better than {n} of {total} rivals</source>
        <translation>
            <numerusform>优于 {total} 幅对照图中的 {n} 幅</numerusform>
        </translation>
    </message>
    <message>
        <source>black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>built for CUDA {version}</source>
        <translation>为 CUDA {version} 构建</translation>
    </message>
    <message numerus="yes">
        <source>chance {n}</source>
        <translation>
            <numerusform>随机 {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>channel {channel}</source>
        <translation>通道 {channel}</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>channels to single out, from 0</source>
        <translation>要单独列出的通道，从 0 开始</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>chart</translation>
    </message>
    <message>
        <source>chosen by</source>
        <translation>选择者</translation>
    </message>
    <message>
        <source>class names (txt, json, csv)</source>
        <translation>类别名称（txt、json、csv）</translation>
    </message>
    <message>
        <source>class {index}</source>
        <translation>类别 {index}</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>classes from</source>
        <translation>类别来自</translation>
    </message>
    <message>
        <source>classes to print (5)</source>
        <translation>要列出的类别数 (5)</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>compared from {tensors} on; below runs ONNX Runtime</source>
        <translation>从 {tensors} 起比较；之前由 ONNX Runtime 运行</translation>
    </message>
    <message>
        <source>compute an export again and compare the numbers</source>
        <translation>重新计算一个导出结果并比较数值</translation>
    </message>
    <message>
        <source>computed in</source>
        <translation>计算类型</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>confidently wrong</source>
        <translation>确信但错误</translation>
    </message>
    <message>
        <source>convert photos that have another colour profile to sRGB (they are read as if they had it, as torchvision does)</source>
        <translation>将带有其他颜色配置文件的照片转换为 sRGB（默认当作 sRGB 读取，与 torchvision 一致）</translation>
    </message>
    <message>
        <source>could be</source>
        <translation>也可能是</translation>
    </message>
    <message>
        <source>cover places of a photo and see how the scores change</source>
        <translation>遮挡照片的各处，查看分数如何变化</translation>
    </message>
    <message>
        <source>cover this box of input pixels only, and print the scores</source>
        <translation>只遮挡输入像素的这个矩形，并列出分数</translation>
    </message>
    <message>
        <source>covered: rows {top} to {bottom}, columns {left} to {right} of the input, which are rows {photo_top} to {photo_bottom}, columns {photo_left} to {photo_right} of the photo</source>
        <translation>遮挡：输入的第 {top} 至 {bottom} 行、第 {left} 至 {right} 列，即照片的第 {photo_top} 至 {photo_bottom} 行、第 {photo_left} 至 {photo_right} 列</translation>
    </message>
    <message>
        <source>dequantised</source>
        <translation>已反量化</translation>
    </message>
    <message>
        <source>dequantised by the network: {scale}</source>
        <translation>由网络反量化：{scale}</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>dilation {steps}</source>
        <translation>膨胀 {steps}</translation>
    </message>
    <message>
        <source>does not work: {reason}</source>
        <translation>不可用：{reason}</translation>
    </message>
    <message>
        <source>draw what speaks for a class, by a method of your choice</source>
        <translation>用所选方法绘制支持某类别的部分</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>重复照片</translation>
    </message>
    <message>
        <source>dynamic: scales are taken from what is fed</source>
        <translation>动态：比例取自送入的数据</translation>
    </message>
    <message>
        <source>each channel at a scale of its own · {color_map}</source>
        <translation>每个通道各用自己的刻度 · {color_map}</translation>
    </message>
    <message>
        <source>end after so many epochs without a better validation</source>
        <translation>连续多少轮验证没有改善就结束</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>epoch {number} of {count}: loss {loss:.3f}, {share:.1f} % right</source>
        <translation>第 {number} 轮，共 {count} 轮：损失 {loss:.3f}，正确 {share:.1f}%</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>至少需要一个参数</translation>
    </message>
    <message>
        <source>expected at most one argument</source>
        <translation>最多需要一个参数</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>需要一个参数</translation>
    </message>
    <message>
        <source>explain a channel (--target N) of this tensor in place of a class</source>
        <translation>解释此张量的一个通道 (--target N)，而不是类别</translation>
    </message>
    <message>
        <source>exported by {exporter}</source>
        <translation>由 {exporter} 导出</translation>
    </message>
    <message>
        <source>exporter</source>
        <translation>导出工具</translation>
    </message>
    <message>
        <source>files beside</source>
        <translation>旁边的文件</translation>
    </message>
    <message>
        <source>first tensor that differs: {tensor}</source>
        <translation>第一个不同的张量：{tensor}</translation>
    </message>
    <message>
        <source>five steps of training</source>
        <translation>训练五步</translation>
    </message>
    <message>
        <source>flip, shift and scale photos at random (yes)</source>
        <translation>随机翻转、平移和缩放照片（是）</translation>
    </message>
    <message>
        <source>float32, though the file says bfloat16</source>
        <translation>float32，尽管文件写的是 bfloat16</translation>
    </message>
    <message>
        <source>follow links that lead out of the dataset&apos;s folder</source>
        <translation>跟随指向数据集文件夹之外的链接</translation>
    </message>
    <message>
        <source>go on with a run that was broken off, from its last epoch</source>
        <translation>从最后一轮继续中断的训练</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>gray</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>groups {groups}</source>
        <translation>分组 {groups}</translation>
    </message>
    <message>
        <source>guess</source>
        <translation>猜测</translation>
    </message>
    <message>
        <source>head factor</source>
        <translation>分类头倍数</translation>
    </message>
    <message>
        <source>high: more attention leads here</source>
        <translation>高：更多注意力通向此处</translation>
    </message>
    <message>
        <source>high: the score follows this pixel, up or down</source>
        <translation>高：分数随此像素变化，升或降</translation>
    </message>
    <message>
        <source>high: the score stays where this place is kept</source>
        <translation>高：保留此处时分数不变</translation>
    </message>
    <message>
        <source>how a model wants its photos, by trying all usual ways</source>
        <translation>试用所有常见方式，找出模型需要怎样的照片</translation>
    </message>
    <message>
        <source>how many: rise 4000 masks, lime 2048, smoothgrad 25</source>
        <translation>数目：rise 4000 个掩膜，lime 2048，smoothgrad 25</translation>
    </message>
    <message>
        <source>how much larger it is in the new head (10)</source>
        <translation>新分类头的学习率是多少倍 (10)</translation>
    </message>
    <message>
        <source>how often all photos are gone through (4)</source>
        <translation>所有照片被学习的遍数 (4)</translation>
    </message>
    <message>
        <source>how pixels are normalised: {presets}, or a JSON file</source>
        <translation>像素如何归一化：{presets}，或 JSON 文件</translation>
    </message>
    <message>
        <source>how the colours of a pixel become one number</source>
        <translation>像素的各颜色如何合成一个数</translation>
    </message>
    <message>
        <source>how the photo meets the input&apos;s size</source>
        <translation>照片如何适应输入的尺寸</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>忽略了显式参数 %r</translation>
    </message>
    <message>
        <source>in its node &quot;{name}&quot;</source>
        <translation>在其节点“{name}”中</translation>
    </message>
    <message>
        <source>in the order of the alphabet</source>
        <translation>按字母顺序</translation>
    </message>
    <message>
        <source>independent probabilities; logits are read before the sigmoid</source>
        <translation>相互独立的概率；logit 在 sigmoid 之前读取</translation>
    </message>
    <message>
        <source>index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>input size, where the model leaves it open</source>
        <translation>输入尺寸，用于模型没有规定时</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>invalid %(type)s value: %(value)r</source>
        <translation>无效的 %(type)s 值：%(value)r</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>无效的选择：%(value)r（可选：%(choices)s）</translation>
    </message>
    <message>
        <source>it claims {claimed:,.0f} million pixels, more than the {most} million that fit into memory. Save a smaller copy and open that.</source>
        <translation>它声称有 {claimed:,.0f} 百万像素，超过内存能容纳的 {most} 百万。请保存较小的副本再打开。</translation>
    </message>
    <message>
        <source>it has operators that stay in float32</source>
        <translation>它含有只能用 float32 的算子</translation>
    </message>
    <message numerus="yes">
        <source>it has {n} inputs ({inputs})</source>
        <translation>
            <numerusform>它有 {n} 个输入（{inputs}）</numerusform>
        </translation>
    </message>
    <message>
        <source>it has {size:,.0f} MB, and no more than {most:,.0f} MB are read</source>
        <translation>它有 {size:,.0f} MB，而最多读取 {most:,.0f} MB</translation>
    </message>
    <message>
        <source>it has {width} × {height} pixels, more than the {most} million that fit into memory. Save a smaller copy and open that.</source>
        <translation>它有 {width} × {height} 像素，超过内存能容纳的 {most} 百万。请保存较小的副本再打开。</translation>
    </message>
    <message>
        <source>it holds text. NetGaze reads {known}.</source>
        <translation>其中是文本。NetGaze 可读取 {known}。</translation>
    </message>
    <message>
        <source>it holds weights without their network. Load them into the model in PyTorch, and write there: torch.onnx.export(model.eval(), (torch.zeros(1, 3, 224, 224),), &quot;model.onnx&quot;)</source>
        <translation>其中只有权重，没有网络。请在 PyTorch 中将权重载入模型，然后写：torch.onnx.export(model.eval(), (torch.zeros(1, 3, 224, 224),), &quot;model.onnx&quot;)</translation>
    </message>
    <message>
        <source>it holds {shape} of {kind}, not the float32 numbers that its JSON says</source>
        <translation>其中是 {shape} 的 {kind}，而不是 JSON 中所说的 float32 数</translation>
    </message>
    <message>
        <source>it is a Git LFS pointer, and the model itself was not downloaded</source>
        <translation>它是 Git LFS 指针，模型本身没有下载</translation>
    </message>
    <message>
        <source>it is a Keras model. Convert it with: python -m tf2onnx.convert --keras model.h5 --output model.onnx</source>
        <translation>它是 Keras 模型。请用以下命令转换：python -m tf2onnx.convert --keras model.h5 --output model.onnx</translation>
    </message>
    <message>
        <source>it is a Keras model. In Keras write: model.export(&quot;model.onnx&quot;, format=&quot;onnx&quot;)</source>
        <translation>它是 Keras 模型。请在 Keras 中写：model.export(&quot;model.onnx&quot;, format=&quot;onnx&quot;)</translation>
    </message>
    <message>
        <source>it is a PyTorch file, and loading one can run code that it holds. Where the model was made, write: torch.onnx.export(model.eval(), (torch.zeros(1, 3, 224, 224),), &quot;model.onnx&quot;)</source>
        <translation>它是 PyTorch 文件，加载时可能运行其中的代码。请在创建模型的地方写：torch.onnx.export(model.eval(), (torch.zeros(1, 3, 224, 224),), &quot;model.onnx&quot;)</translation>
    </message>
    <message>
        <source>it is a TensorFlow Lite model. Convert it with: python -m tf2onnx.convert --tflite model.tflite --output model.onnx</source>
        <translation>它是 TensorFlow Lite 模型。请用以下命令转换：python -m tf2onnx.convert --tflite model.tflite --output model.onnx</translation>
    </message>
    <message>
        <source>it is a TensorFlow SavedModel. Convert its folder with: python -m tf2onnx.convert --saved-model FOLDER --output model.onnx</source>
        <translation>它是 TensorFlow SavedModel。请用以下命令转换其文件夹：python -m tf2onnx.convert --saved-model FOLDER --output model.onnx</translation>
    </message>
    <message>
        <source>it is a device or a pipe, not a file</source>
        <translation>它是设备或管道，不是文件</translation>
    </message>
    <message>
        <source>it is a device or a pipe. Choose a photo&apos;s file.</source>
        <translation>它是设备或管道。请选择照片文件。</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>it is a folder. Choose a photo inside it.</source>
        <translation>它是文件夹。请选择其中的照片。</translation>
    </message>
    <message>
        <source>it is a {kind} file. NetGaze reads {known}. Save it as PNG or JPEG.</source>
        <translation>它是 {kind} 文件。NetGaze 可读取 {known}。请另存为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>it is damaged or of another kind</source>
        <translation>它已损坏或是其他类型</translation>
    </message>
    <message>
        <source>it is no array</source>
        <translation>它不是数组</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>它不是 JSON</translation>
    </message>
    <message>
        <source>it is not in float32</source>
        <translation>它不是 float32</translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation>它不是文本</translation>
    </message>
    <message>
        <source>it then gives {found} scores, not {count}</source>
        <translation>那样它会给出 {found} 个分数，而不是 {count} 个</translation>
    </message>
    <message>
        <source>it was ended</source>
        <translation>它被终止</translation>
    </message>
    <message>
        <source>its ReLU</source>
        <translation>其 ReLU</translation>
    </message>
    <message>
        <source>its content is of no known kind. NetGaze reads {known}.</source>
        <translation>其内容类型未知。NetGaze 可读取 {known}。</translation>
    </message>
    <message>
        <source>its input is {tensor}</source>
        <translation>其输入是 {tensor}</translation>
    </message>
    <message>
        <source>its input {tensor} has neither 1, 3 nor 4 channels</source>
        <translation>其输入 {tensor} 的通道数不是 1、3 或 4</translation>
    </message>
    <message>
        <source>its last layer has no weights of its own</source>
        <translation>其最后一层没有自己的权重</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>其名称过长</translation>
    </message>
    <message>
        <source>its output &quot;{name}&quot; has shape ({shape}) of {dtype}; a classifier&apos;s has (batch, classes) of numbers</source>
        <translation>其输出“{name}”的形状为 ({shape})，类型为 {dtype}；分类器的输出应为数值的（批, 类别）</translation>
    </message>
    <message>
        <source>its weights are too large</source>
        <translation>其权重过大</translation>
    </message>
    <message>
        <source>its {kind} data are damaged (its header makes no sense). Copy or download it again.</source>
        <translation>其 {kind} 数据已损坏（文件头不合理）。请重新复制或下载。</translation>
    </message>
    <message>
        <source>its {kind} data are damaged ({detail:.120}). Copy or download it again.</source>
        <translation>其 {kind} 数据已损坏（{detail:.120}）。请重新复制或下载。</translation>
    </message>
    <message>
        <source>its {kind} data break off early. Copy or download it again.</source>
        <translation>其 {kind} 数据不完整。请重新复制或下载。</translation>
    </message>
    <message>
        <source>judge labels by the network&apos;s own scores, not out of sample</source>
        <translation>用网络自己的分数判断标签，而不是在样本外</translation>
    </message>
    <message>
        <source>keep masks wholly inside the input</source>
        <translation>使掩膜完全位于输入之内</translation>
    </message>
    <message>
        <source>keep what speaks against it (no ReLU)</source>
        <translation>保留不利于它的部分（不用 ReLU）</translation>
    </message>
    <message>
        <source>kernel {sides}</source>
        <translation>卷积核 {sides}</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>labels reason</source>
        <translation>标签依据</translation>
    </message>
    <message>
        <source>labels source</source>
        <translation>标签来源</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>层 {layer}</translation>
    </message>
    <message>
        <source>layer {layer} · {how}</source>
        <translation>层 {layer} · {how}</translation>
    </message>
    <message>
        <source>layer {name} ({operator}, {shape})</source>
        <translation>层 {name}（{operator}，{shape}）</translation>
    </message>
    <message>
        <source>layer {name} ({operator}, {shape}, {how})</source>
        <translation>层 {name}（{operator}，{shape}，{how}）</translation>
    </message>
    <message>
        <source>layers named like Keras&apos; {family}</source>
        <translation>层的命名与 Keras 的 {family} 相同</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>leading class agrees</source>
        <translation>首位类别一致</translation>
    </message>
    <message>
        <source>leading class differs</source>
        <translation>首位类别不同</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>legend</source>
        <translation>legend</translation>
    </message>
    <message>
        <source>like no other photo</source>
        <translation>与其他照片都不像</translation>
    </message>
    <message>
        <source>lime: how far weights are drawn to 0 (1)</source>
        <translation>lime：权重向 0 收缩的强度 (1)</translation>
    </message>
    <message>
        <source>lime: squares, down and across (7)</source>
        <translation>lime：纵向和横向的方块数 (7)</translation>
    </message>
    <message>
        <source>lime: width of its kernel (0.25)</source>
        <translation>lime：核的宽度 (0.25)</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>logits differ by {most:.2e}, that is {share:.1e} of their range</source>
        <translation>logit 相差 {most:.2e}，即其范围的 {share:.1e}</translation>
    </message>
    <message>
        <source>logits differ by {share} of their range</source>
        <translation>logit 相差其范围的 {share}</translation>
    </message>
    <message>
        <source>longer side of the pictures over the photo (the photo&apos;s own size)</source>
        <translation>照片上各图片的长边（照片的原尺寸）</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>low: this place speaks for the class</source>
        <translation>低：此处支持该类别</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>下部</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>分差</translation>
    </message>
    <message>
        <source>marks: which photos to remove, relabel or crop</source>
        <translation>标记：哪些照片要移除、改标签或裁剪</translation>
    </message>
    <message>
        <source>mask size (20 % of the side)</source>
        <translation>掩膜大小（边长的 20%）</translation>
    </message>
    <message>
        <source>mask {mask}, stride {stride}, baseline {name}</source>
        <translation>掩膜 {mask}，步幅 {stride}，基线：{name}</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>measure how far the map can be trusted (trust.json)</source>
        <translation>测量热图的可信度 (trust.json)</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>message</source>
        <translation>message</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中间</translation>
    </message>
    <message>
        <source>minutes after which the table ends; asked again, it goes on (30)</source>
        <translation>多少分钟后结束此表；再次运行则继续 (30)</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>moved down by one place</source>
        <translation>下移一位</translation>
    </message>
    <message>
        <source>moved up by one place</source>
        <translation>上移一位</translation>
    </message>
    <message>
        <source>multiply adds</source>
        <translation>乘加次数</translation>
    </message>
    <message>
        <source>multiply_adds</source>
        <translation>乘加次数</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation>近似重复</translation>
    </message>
    <message>
        <source>nearly zero</source>
        <translation>几乎为零</translation>
    </message>
    <message>
        <source>networks run on</source>
        <translation>网络的运行设备</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no NVIDIA card is found</source>
        <translation>未找到 NVIDIA 显卡</translation>
    </message>
    <message>
        <source>no learnt layer leads to its classes</source>
        <translation>没有可学习的层通向其类别</translation>
    </message>
    <message>
        <source>no: ONNX Runtime may optimise it</source>
        <translation>否：ONNX Runtime 可以优化它</translation>
    </message>
    <message>
        <source>no: the same input gives another answer each time</source>
        <translation>否：同一输入每次给出不同的答案</translation>
    </message>
    <message>
        <source>nobody says: ones, for zeros give no finite answer</source>
        <translation>没有说明：用一，因为用零得不到有限的结果</translation>
    </message>
    <message>
        <source>nobody says: zeros</source>
        <translation>没有说明：用零</translation>
    </message>
    <message>
        <source>nobody: it is the only output</source>
        <translation>无：它是唯一的输出</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>不允许与参数 %s 一起使用</translation>
    </message>
    <message>
        <source>not installed: CUDA works without cuDNN, slower</source>
        <translation>未安装：没有 cuDNN 时 CUDA 仍可用，但较慢</translation>
    </message>
    <message>
        <source>not tried: {reason}</source>
        <translation>未尝试：{reason}</translation>
    </message>
    <message>
        <source>not {label}</source>
        <translation>非 {label}</translation>
    </message>
    <message>
        <source>numbered</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>occlusion: mask size (20 % of the side)</source>
        <translation>遮挡：掩膜大小（边长的 20%）</translation>
    </message>
    <message>
        <source>occlusion: step (10 % of the side)</source>
        <translation>遮挡：步长（边长的 10%）</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>离群照片</translation>
    </message>
    <message>
        <source>of integrated gradients, on the way (50)</source>
        <translation>积分梯度途中的步数 (50)</translation>
    </message>
    <message>
        <source>of split, head, order and augmentation (0)</source>
        <translation>决定划分、分类头、顺序和增强 (0)</translation>
    </message>
    <message>
        <source>of the largest stored number ({share})</source>
        <translation>占所存最大数的比例 ({share})</translation>
    </message>
    <message>
        <source>of the learning rate (constant)</source>
        <translation>学习率的变化方式（恒定）</translation>
    </message>
    <message>
        <source>of what is drawn by chance (0)</source>
        <translation>随机抽取所用的种子 (0)</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>on the graphics card</source>
        <translation>在显卡上</translation>
    </message>
    <message>
        <source>on the processor: {reason}</source>
        <translation>在处理器上：{reason}</translation>
    </message>
    <message>
        <source>one at a time</source>
        <translation>逐个计算</translation>
    </message>
    <message>
        <source>one for all, or each own</source>
        <translation>全部共用一个，或各用自己的</translation>
    </message>
    <message>
        <source>one grey channel</source>
        <translation>单个灰度通道</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>必须给出参数 %s 之一</translation>
    </message>
    <message>
        <source>one of {known}</source>
        <translation>{known} 之一</translation>
    </message>
    <message>
        <source>one scale, {low:.5g} to {high:.5g} · {color_map}</source>
        <translation>同一刻度，{low:.5g} 到 {high:.5g} · {color_map}</translation>
    </message>
    <message>
        <source>only what speaks for the class (ReLU)</source>
        <translation>仅支持该类别的部分 (ReLU)</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>算子</translation>
    </message>
    <message>
        <source>operators on whole numbers</source>
        <translation>整数算子</translation>
    </message>
    <message>
        <source>operators: {counts}</source>
        <translation>算子：{counts}</translation>
    </message>
    <message>
        <source>opset</source>
        <translation>opset</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>output shape</source>
        <translation>输出形状</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>pads {pads}</source>
        <translation>填充 {pads}</translation>
    </message>
    <message>
        <source>panel</source>
        <translation>panel</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>peek</source>
        <translation>peek</translation>
    </message>
    <message>
        <source>photo goes to</source>
        <translation>照片输入</translation>
    </message>
    <message>
        <source>photos of a step (10)</source>
        <translation>每步的照片数 (10)</translation>
    </message>
    <message>
        <source>photos of that class alone, or all (class, where there are labels)</source>
        <translation>只用该类别的照片，或全部（有标签时为该类别）</translation>
    </message>
    <message>
        <source>photos per batch</source>
        <translation>每批照片</translation>
    </message>
    <message>
        <source>photos that methods are measured on (50)</source>
        <translation>用于测量各方法的照片数 (50)</translation>
    </message>
    <message>
        <source>pill</source>
        <translation>pill</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>位置参数</translation>
    </message>
    <message>
        <source>positive part only</source>
        <translation>仅正值部分</translation>
    </message>
    <message>
        <source>positive: speaks for the class · negative: against it</source>
        <translation>正：支持该类别 · 负：不利于它</translation>
    </message>
    <message>
        <source>positive: stronger in A · negative: stronger in B</source>
        <translation>正：A 中更强 · 负：B 中更强</translation>
    </message>
    <message>
        <source>positive: the square speaks for the class</source>
        <translation>正：该方块支持该类别</translation>
    </message>
    <message>
        <source>positive: this place speaks for the class</source>
        <translation>正：此处支持该类别</translation>
    </message>
    <message>
        <source>preprocessing</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>preview: places between are interpolated</source>
        <translation>预览：其间的位置是插值</translation>
    </message>
    <message>
        <source>print one JSON object per line</source>
        <translation>每行输出一个 JSON 对象</translation>
    </message>
    <message>
        <source>probabilities; logits are read before the softmax</source>
        <translation>概率；logit 在 softmax 之前读取</translation>
    </message>
    <message>
        <source>probabilities; their logarithms stand for logits</source>
        <translation>概率；以其对数代替 logit</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>quantisation</source>
        <translation>量化</translation>
    </message>
    <message>
        <source>quantised logits</source>
        <translation>量化的 logit</translation>
    </message>
    <message>
        <source>quantised probabilities; their logarithms stand for logits</source>
        <translation>量化的概率；以其对数代替 logit</translation>
    </message>
    <message>
        <source>reading it is not permitted. Change its permissions, or copy it.</source>
        <translation>没有读取权限。请更改其权限，或复制它。</translation>
    </message>
    <message>
        <source>red: above zero · blue: below zero</source>
        <translation>红：大于零 · 蓝：小于零</translation>
    </message>
    <message>
        <source>red: speaks for the class · blue: against it</source>
        <translation>红：支持该类别 · 蓝：不利于它</translation>
    </message>
    <message>
        <source>red: stronger in A · blue: stronger in B</source>
        <translation>红：A 中更强 · 蓝：B 中更强</translation>
    </message>
    <message>
        <source>red: the square speaks for the class · blue: against it</source>
        <translation>红：该方块支持该类别 · 蓝：不利于它</translation>
    </message>
    <message>
        <source>red: this place speaks for the class · blue: against it</source>
        <translation>红：此处支持该类别 · 蓝：不利于它</translation>
    </message>
    <message>
        <source>repeatable</source>
        <translation>可重复</translation>
    </message>
    <message>
        <source>replace a model, or a broken run, that stands there</source>
        <translation>替换已有的模型或中断的训练</translation>
    </message>
    <message>
        <source>replace the exports that stand there; other files stay</source>
        <translation>替换已有的导出结果；其他文件保留</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>right: {name}</source>
        <translation>正确：{name}</translation>
    </message>
    <message>
        <source>rise: cells of a grid, down and across (8)</source>
        <translation>rise：网格纵向和横向的单元数 (8)</translation>
    </message>
    <message>
        <source>rise: divide each place by how often it was kept</source>
        <translation>rise：将每个位置除以它被保留的次数</translation>
    </message>
    <message>
        <source>rise: the share of cells that is kept (0.5)</source>
        <translation>rise：保留的单元比例 (0.5)</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行、第 {column} 列</translation>
    </message>
    <message>
        <source>row {row}, column {column}, on the edge: often a border artefact</source>
        <translation>第 {row} 行、第 {column} 列，位于边缘：往往是边界伪影</translation>
    </message>
    <message>
        <source>rows and columns of the grid (all channels)</source>
        <translation>网格的行和列（所有通道）</translation>
    </message>
    <message>
        <source>run at the photo&apos;s own resolution</source>
        <translation>以照片自身的分辨率运行</translation>
    </message>
    <message>
        <source>run at {width} × {height}</source>
        <translation>以 {width} × {height} 运行</translation>
    </message>
    <message>
        <source>runs CUDA up to {version}</source>
        <translation>最高支持 CUDA {version}</translation>
    </message>
    <message>
        <source>scale {scale:.4g}, zero point {zero}</source>
        <translation>比例 {scale:.4g}，零点 {zero}</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>scorecam: the strongest so many (all)</source>
        <translation>scorecam：最强的多少个（全部）</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>sha256</source>
        <translation>sha256</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>show program&apos;s version number and exit</source>
        <translation>显示程序的版本号并退出</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>显示此帮助信息并退出</translation>
    </message>
    <message>
        <source>sidecar</source>
        <translation>伴随文件</translation>
    </message>
    <message>
        <source>smoothgrad: deviation, as a share of the input&apos;s range (0.15)</source>
        <translation>smoothgrad：标准差，占输入范围的比例 (0.15)</translation>
    </message>
    <message>
        <source>smoothgrad: what is averaged (gradient)</source>
        <translation>smoothgrad：对什么取平均 (gradient)</translation>
    </message>
    <message>
        <source>so it was chosen</source>
        <translation>按您的选择</translation>
    </message>
    <message>
        <source>sparsity</source>
        <translation>稀疏度</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>step (10 % of the side)</source>
        <translation>步长（边长的 10%）</translation>
    </message>
    <message>
        <source>stride {steps}</source>
        <translation>步幅 {steps}</translation>
    </message>
    <message>
        <source>strongest</source>
        <translation>最强</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>subject</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>t-SNE failed: {why}. Choose PCA, or install scikit-learn anew.</source>
        <translation>t-SNE 失败：{why}。请选择 PCA，或重新安装 scikit-learn。</translation>
    </message>
    <message>
        <source>test accuracy {share:.1f} % ({low:.0f} to {high:.0f}), {hits} of {total} photos</source>
        <translation>测试准确率 {share:.1f}%（{low:.0f} 到 {high:.0f}），{total} 张照片中的 {hits} 张</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>the CUDA plug-in and ONNX Runtime are of different versions</source>
        <translation>CUDA 插件与 ONNX Runtime 的版本不同</translation>
    </message>
    <message>
        <source>the JSON of an export, or its folder</source>
        <translation>导出结果的 JSON，或其文件夹</translation>
    </message>
    <message>
        <source>the NVIDIA driver finds no graphics card</source>
        <translation>NVIDIA 驱动程序未找到显卡</translation>
    </message>
    <message>
        <source>the NVIDIA driver has not started yet (its fabric manager)</source>
        <translation>NVIDIA 驱动程序尚未启动（其 fabric manager）</translation>
    </message>
    <message>
        <source>the NVIDIA driver is too old</source>
        <translation>NVIDIA 驱动程序过旧</translation>
    </message>
    <message>
        <source>the NVIDIA driver is too old for CUDA {major} (it needs driver {driver} or newer)</source>
        <translation>NVIDIA 驱动程序对 CUDA {major} 来说过旧（需要 {driver} 或更新的驱动程序）</translation>
    </message>
    <message>
        <source>the argument &quot;{name}&quot; is empty</source>
        <translation>参数“{name}”为空</translation>
    </message>
    <message>
        <source>the arrays are of other shapes</source>
        <translation>数组的形状不同</translation>
    </message>
    <message>
        <source>the card&apos;s software says: {said}</source>
        <translation>显卡软件提示：{said}</translation>
    </message>
    <message>
        <source>the channels of a layer</source>
        <translation>一层的通道</translation>
    </message>
    <message>
        <source>the command line agrees</source>
        <translation>命令行结果一致</translation>
    </message>
    <message>
        <source>the demo&apos;s photos are ranked</source>
        <translation>对演示照片排序</translation>
    </message>
    <message>
        <source>the disk cannot be written to</source>
        <translation>磁盘不可写</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the end of the graph</source>
        <translation>计算图的末端</translation>
    </message>
    <message>
        <source>the file grows too large</source>
        <translation>文件变得过大</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>the file is empty. Copy or download it again.</source>
        <translation>文件为空。请重新复制或下载。</translation>
    </message>
    <message>
        <source>the file&apos;s default</source>
        <translation>文件的默认值</translation>
    </message>
    <message>
        <source>the file&apos;s metadata name a mean and a std</source>
        <translation>文件的元数据给出了 mean 和 std</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>必须给出以下参数：%s</translation>
    </message>
    <message>
        <source>the graph begins with its own scaling</source>
        <translation>计算图以自己的缩放开始</translation>
    </message>
    <message>
        <source>the graphics card failed ({why}); start NetGaze again</source>
        <translation>显卡出错（{why}）；请重新启动 NetGaze</translation>
    </message>
    <message>
        <source>the graphics card has no memory left: close other programs that use it</source>
        <translation>显卡已没有可用内存：请关闭使用它的其他程序</translation>
    </message>
    <message>
        <source>the graphics card is too old for this ONNX Runtime</source>
        <translation>显卡对此 ONNX Runtime 来说过旧</translation>
    </message>
    <message>
        <source>the input is uint8</source>
        <translation>输入是 uint8</translation>
    </message>
    <message>
        <source>the installed ONNX Runtime is a build without CUDA</source>
        <translation>所安装的 ONNX Runtime 是不含 CUDA 的版本</translation>
    </message>
    <message>
        <source>the installed torch is a build without CUDA</source>
        <translation>所安装的 torch 是不含 CUDA 的版本</translation>
    </message>
    <message>
        <source>the largest or the least number first (max)</source>
        <translation>最大的或最小的数在前 (max)</translation>
    </message>
    <message>
        <source>the leading classes of photos</source>
        <translation>照片的首位类别</translation>
    </message>
    <message>
        <source>the learning rate (3e-4; 3e-5 with --freeze none)</source>
        <translation>学习率（3e-4；使用 --freeze none 时为 3e-5）</translation>
    </message>
    <message>
        <source>the libraries of CUDA {major} do not load ({names}); the extra “cuda” brings them</source>
        <translation>CUDA {major} 的库未能加载（{names}）；安装附加项“cuda”即可得到它们</translation>
    </message>
    <message>
        <source>the logit of one class, or of the other</source>
        <translation>一个类别的 logit，或另一个的</translation>
    </message>
    <message>
        <source>the metadata of &quot;{file}&quot;</source>
        <translation>“{file}”的元数据</translation>
    </message>
    <message>
        <source>the middle</source>
        <translation>中间</translation>
    </message>
    <message>
        <source>the new model</source>
        <translation>新模型</translation>
    </message>
    <message>
        <source>the new model answers</source>
        <translation>新模型给出答案</translation>
    </message>
    <message>
        <source>the number that photos are ranked by (score)</source>
        <translation>照片排序所依据的数 (score)</translation>
    </message>
    <message>
        <source>the option preprocess</source>
        <translation>选项 preprocess</translation>
    </message>
    <message>
        <source>the output with the classes, where there are several</source>
        <translation>有多个输出时，含类别的输出</translation>
    </message>
    <message>
        <source>the parts of the NVIDIA driver are of different versions: restart the computer, or install the driver again</source>
        <translation>NVIDIA 驱动程序各部分的版本不同：请重启计算机，或重新安装驱动程序</translation>
    </message>
    <message>
        <source>the positive part only</source>
        <translation>仅正值部分</translation>
    </message>
    <message>
        <source>the second model is better</source>
        <translation>第二个模型更好</translation>
    </message>
    <message>
        <source>the second model is worse</source>
        <translation>第二个模型更差</translation>
    </message>
    <message>
        <source>the shape of its weights is unknown</source>
        <translation>其权重的形状未知</translation>
    </message>
    <message>
        <source>the sidecar of &quot;{file}&quot;</source>
        <translation>“{file}”的伴随文件</translation>
    </message>
    <message>
        <source>the system does not permit it</source>
        <translation>系统不允许</translation>
    </message>
    <message>
        <source>the system says: {words}. Copy the file and open the copy.</source>
        <translation>系统提示：{words}。请复制文件并打开副本。</translation>
    </message>
    <message>
        <source>the training harmed</source>
        <translation>训练使结果变差</translation>
    </message>
    <message>
        <source>the training helped</source>
        <translation>训练有帮助</translation>
    </message>
    <message>
        <source>the types of the file</source>
        <translation>文件中的类型</translation>
    </message>
    <message>
        <source>the window stands with the demo</source>
        <translation>窗口打开演示</translation>
    </message>
    <message numerus="yes">
        <source>there are {n} numbers, not {stored}</source>
        <translation>
            <numerusform>有 {n} 个数，而不是 {stored} 个</numerusform>
        </translation>
    </message>
    <message>
        <source>there is no CUDA for this system</source>
        <translation>此系统没有 CUDA</translation>
    </message>
    <message>
        <source>there is no NVIDIA driver (its library {driver} does not load)</source>
        <translation>没有 NVIDIA 驱动程序（其库 {driver} 未能加载）</translation>
    </message>
    <message>
        <source>there is no such file in &quot;{folder}&quot;. Was it moved or renamed?</source>
        <translation>“{folder}”中没有这个文件。它是否被移动或改名？</translation>
    </message>
    <message>
        <source>there is not enough memory for it. Close other programs and try again.</source>
        <translation>内存不足。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>they are laid out by PCA; scikit-learn is not here</source>
        <translation>用 PCA 排布；这里没有 scikit-learn</translation>
    </message>
    <message>
        <source>they are laid out by t-SNE, in a child process</source>
        <translation>在子进程中用 t-SNE 排布</translation>
    </message>
    <message>
        <source>this map</source>
        <translation>此图</translation>
    </message>
    <message>
        <source>this map mirrored</source>
        <translation>此图左右镜像</translation>
    </message>
    <message>
        <source>this map turned by 180°</source>
        <translation>此图旋转 180°</translation>
    </message>
    <message>
        <source>this map turned left</source>
        <translation>此图左转</translation>
    </message>
    <message>
        <source>this map turned left and mirrored</source>
        <translation>此图左转并镜像</translation>
    </message>
    <message>
        <source>this map turned right</source>
        <translation>此图右转</translation>
    </message>
    <message>
        <source>this map upside down</source>
        <translation>此图上下颠倒</translation>
    </message>
    <message>
        <source>this map with rows and columns changed</source>
        <translation>此图行列互换</translation>
    </message>
    <message>
        <source>this system is too old for the CUDA libraries (they need {version})</source>
        <translation>此系统对 CUDA 库来说过旧（需要 {version}）</translation>
    </message>
    <message>
        <source>tiles of the picture (9)</source>
        <translation>图片中的小图数 (9)</translation>
    </message>
    <message>
        <source>torch says: {said}</source>
        <translation>torch 提示：{said}</translation>
    </message>
    <message>
        <source>torch {version} brings CUDA {major}, and ONNX Runtime needs another</source>
        <translation>torch {version} 自带 CUDA {major}，而 ONNX Runtime 需要另一版本</translation>
    </message>
    <message>
        <source>total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>train the model for the classes of a dataset; a new ONNX file</source>
        <translation>为数据集的类别训练模型；得到新的 ONNX 文件</translation>
    </message>
    <message>
        <source>training, validation, test (the dataset&apos;s own, else 60,20,20)</source>
        <translation>训练、验证、测试（数据集自身的划分，否则 60,20,20）</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>true: {label}</source>
        <translation>真实：{label}</translation>
    </message>
    <message>
        <source>try each preset in the other order of colours, and grey, too</source>
        <translation>同时按另一种颜色顺序以及灰度试用每个预设</translation>
    </message>
    <message>
        <source>two photos: a folder for each in place of both side by side</source>
        <translation>两张照片：各自一个文件夹，而不是并排</translation>
    </message>
    <message>
        <source>under &quot;{key}&quot;</source>
        <translation>在“{key}”之下</translation>
    </message>
    <message>
        <source>under-represented: {names}</source>
        <translation>照片不足：{names}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>无法识别的参数：%s</translation>
    </message>
    <message>
        <source>upper</source>
        <translation>上部</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>value of {what} in &quot;{tensor}&quot;</source>
        <translation>“{tensor}”中{what}的值</translation>
    </message>
    <message>
        <source>values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>very long</source>
        <translation>很长</translation>
    </message>
    <message>
        <source>weigh the channels of a layer by their gradients</source>
        <translation>用梯度对一层的各通道加权</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>weights alone</source>
        <translation>仅权重</translation>
    </message>
    <message>
        <source>what a model is, and how it is read</source>
        <translation>模型是什么，以及如何读取它</translation>
    </message>
    <message>
        <source>what is done for classes with few photos (none)</source>
        <translation>对照片较少的类别所作的处理（无）</translation>
    </message>
    <message>
        <source>what is read of the class (probability)</source>
        <translation>读取类别的哪个数（概率）</translation>
    </message>
    <message>
        <source>what stands in covered places (gray)</source>
        <translation>被遮挡处填充的内容 (gray)</translation>
    </message>
    <message>
        <source>what stands in covered places, or in the blank photo</source>
        <translation>被遮挡处或空白照片中填充的内容</translation>
    </message>
    <message>
        <source>what stays as it is: all but the new head, all up to a layer, or nothing (features)</source>
        <translation>哪些保持不变：除新分类头之外的全部、到某层为止的全部，或没有 (features)</translation>
    </message>
    <message>
        <source>what the input&apos;s axes are, where the model leaves it open</source>
        <translation>输入的各轴，用于模型没有规定时</translation>
    </message>
    <message>
        <source>what the layer makes that is replaced (the last learnt one)</source>
        <translation>被替换的层所生成的张量（最后一个可学习的层）</translation>
    </message>
    <message>
        <source>what the model is given beside the photo (zeros, or ones)</source>
        <translation>除照片外给模型的内容（零或一）</translation>
    </message>
    <message>
        <source>what this machine can compute with, and why not more</source>
        <translation>这台计算机可用什么进行计算，以及为何不能用更多</translation>
    </message>
    <message>
        <source>what transparent places of photos become (white); kept feeds alpha to a model of four channels</source>
        <translation>照片透明处变成什么 (white)；kept 将 alpha 送入四通道的模型</translation>
    </message>
    <message>
        <source>where each class&apos;s evidence lies, by Grad-CAM of all photos</source>
        <translation>各类别的证据在哪里，用所有照片的 Grad-CAM</translation>
    </message>
    <message>
        <source>where networks run: auto (a graphics card where that works), cpu, cuda; cuda-tf32 and cuda-float16 cover places with less precision, and say how far that is off</source>
        <translation>网络在哪里运行：auto（可行时用显卡）、cpu、cuda；cuda-tf32 和 cuda-float16 以较低精度遮挡各位置，并说明误差</translation>
    </message>
    <message>
        <source>where the model lies now</source>
        <translation>模型现在的位置</translation>
    </message>
    <message>
        <source>where the photo lies now</source>
        <translation>照片现在的位置</translation>
    </message>
    <message>
        <source>whether gradients agree with the model, on noise and a photo</source>
        <translation>在噪声和一张照片上，梯度是否与模型一致</translation>
    </message>
    <message>
        <source>which class a folder means: {&quot;folder&quot;: &quot;class&quot; or null}</source>
        <translation>文件夹对应哪个类别：{&quot;folder&quot;: &quot;class&quot; or null}</translation>
    </message>
    <message>
        <source>which method deserves belief here: each against 21 rivals</source>
        <translation>在这里哪种方法值得相信：每种方法与 21 幅对照图比较</translation>
    </message>
    <message>
        <source>which number is explained (logit)</source>
        <translation>解释哪个数 (logit)</translation>
    </message>
    <message>
        <source>which number is explained (that of the method)</source>
        <translation>解释哪个数（由方法决定）</translation>
    </message>
    <message>
        <source>which one (gradcam)</source>
        <translation>哪一种方法 (gradcam)</translation>
    </message>
    <message>
        <source>which part of the dataset (all); its own split, else 60, 20, 20</source>
        <translation>数据集的哪一部分（全部）；按其自身的划分，否则 60、20、20</translation>
    </message>
    <message>
        <source>white</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>whole numbers between quantising and dequantising (QDQ)</source>
        <translation>量化与反量化之间为整数 (QDQ)</translation>
    </message>
    <message>
        <source>whose score counts; without it each photo&apos;s own</source>
        <translation>采用谁的分数；不给出则为每张照片自己的</translation>
    </message>
    <message>
        <source>with “background” before them</source>
        <translation>前面加上“background”</translation>
    </message>
    <message>
        <source>with “background” behind them</source>
        <translation>后面加上“background”</translation>
    </message>
    <message>
        <source>without the first, “{name}”</source>
        <translation>去掉第一个“{name}”</translation>
    </message>
    <message>
        <source>without the last, “{name}”</source>
        <translation>去掉最后一个“{name}”</translation>
    </message>
    <message>
        <source>works</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>write a float16 model as a float32 one</source>
        <translation>将 float16 模型写成 float32 模型</translation>
    </message>
    <message>
        <source>write into this folder; of several photos, into a folder for each, and index.csv</source>
        <translation>写入此文件夹；有多张照片时，每张写入一个文件夹，并写 index.csv</translation>
    </message>
    <message>
        <source>write logits.npy too</source>
        <translation>同时写出 logits.npy</translation>
    </message>
    <message>
        <source>write the map at every layer too</source>
        <translation>同时写出每一层的图</translation>
    </message>
    <message>
        <source>write what a layer gives for photos; of two files, side by side</source>
        <translation>写出一层对照片的输出；有两个文件时并排</translation>
    </message>
    <message>
        <source>written by Ultralytics</source>
        <translation>由 Ultralytics 写出</translation>
    </message>
    <message>
        <source>wrong label</source>
        <translation>错误标签</translation>
    </message>
    <message>
        <source>wrong: {name}</source>
        <translation>错误：{name}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>yes: ONNX Runtime&apos;s optimiser changes its answers</source>
        <translation>是：ONNX Runtime 的优化器会改变其答案</translation>
    </message>
    <message>
        <source>yes: an answer depends on what else is in a batch</source>
        <translation>是：答案取决于同一批中的其他输入</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>您的磁盘配额已用完</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>为零</translation>
    </message>
    <message>
        <source>zero or more</source>
        <translation>零或更大</translation>
    </message>
    <message>
        <source>{about} · baseline {baseline} · exact</source>
        <translation>{about} · 基线：{baseline} · 精确</translation>
    </message>
    <message>
        <source>{before:.0f} % → {after:.0f} %</source>
        <translation>{before:.0f}% → {after:.0f}%</translation>
    </message>
    <message>
        <source>{before:8.4f} → {after:.4f}  {label} ({index})</source>
        <translation>{before:8.4f} → {after:.4f}  {label} ({index})</translation>
    </message>
    <message>
        <source>{best}, {way}, used now, on {share}.{more}</source>
        <translation>{best}，现在使用的 {way} 为 {share}。{more}</translation>
    </message>
    <message>
        <source>{best}: no way is surely better.{more}</source>
        <translation>{best}：没有哪种方式明显更好。{more}</translation>
    </message>
    <message>
        <source>{by} {value:.4g}</source>
        <translation>{by} {value:.4g}</translation>
    </message>
    <message>
        <source>{chance}: {end}.</source>
        <translation>{chance}：{end}。</translation>
    </message>
    <message numerus="yes">
        <source>{chance}: {n} photos cannot tell.</source>
        <translation>
            <numerusform>{chance}：{n} 张照片不足以判断。</numerusform>
        </translation>
    </message>
    <message>
        <source>{channels!r} are not channels of this layer. Write numbers from 0 to {last}, for example 0,{last}.</source>
        <translation>{channels!r} 不是此层的通道。请写 0 到 {last} 的数，例如 0,{last}。</translation>
    </message>
    <message>
        <source>{costs}  {layer:32}  {output:40}  {attributes}</source>
        <translation>{costs}  {layer:32}  {output:40}  {attributes}</translation>
    </message>
    <message numerus="yes">
        <source>{costs}  {n} nodes</source>
        <translation>
            <numerusform>{costs}  {n} 个节点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done:,} of {n:,} photos{left}</source>
        <translation>
            <numerusform>{done:,} / {n:,} 张照片{left}</numerusform>
        </translation>
    </message>
    <message>
        <source>{done:,} of {total:,}</source>
        <translation>{done:,} / {total:,}</translation>
    </message>
    <message>
        <source>{done}; validation {share:.1f} % ({hits} of {total})</source>
        <translation>{done}；验证 {share:.1f}%（{hits} / {total}）</translation>
    </message>
    <message>
        <source>{down} {across}</source>
        <translation>{across}{down}</translation>
    </message>
    <message numerus="yes">
        <source>{failed} of {n} photos could not be done; &quot;{index}&quot; says why.</source>
        <translation>
            <numerusform>{n} 张照片中有 {failed} 张未能完成；原因见“{index}”。</numerusform>
        </translation>
    </message>
    <message>
        <source>{failure} There is not enough memory: close other programs, or use a smaller model.</source>
        <translation>{failure}内存不足：请关闭其他程序，或使用更小的模型。</translation>
    </message>
    <message>
        <source>{file}: {head}, the best epoch is {best}</source>
        <translation>{file}：{head}，最佳为第 {best} 轮</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{found} (the file rounds: the difference is only stated)</source>
        <translation>{found}（文件有舍入：只说明差异）</translation>
    </message>
    <message numerus="yes">
        <source>{how}, {done:,} of {n:,} places</source>
        <translation>
            <numerusform>{how}，{n:,} 个位置中的 {done:,} 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{k}: {count}</source>
        <translation>{k}：{count}</translation>
    </message>
    <message>
        <source>{labels}</source>
        <translation>{labels}</translation>
    </message>
    <message>
        <source>{labels}, …</source>
        <translation>{labels}、…</translation>
    </message>
    <message>
        <source>{label} ({index})</source>
        <translation>{label} ({index})</translation>
    </message>
    <message>
        <source>{label}: {before:.4f} before, {after:.4f} covered · leading then: {leading} {probability:.4f}</source>
        <translation>{label}：之前 {before:.4f}，遮挡后 {after:.4f} · 遮挡后首位：{leading} {probability:.4f}</translation>
    </message>
    <message>
        <source>{layout}, exported by {exporter}</source>
        <translation>{layout}，由 {exporter} 导出</translation>
    </message>
    <message>
        <source>{library} is of a version that does not go with the other CUDA libraries</source>
        <translation>{library} 的版本与其他 CUDA 库不匹配</translation>
    </message>
    <message>
        <source>{meaning} · pale: coarser</source>
        <translation>{meaning} · 浅色：较粗略</translation>
    </message>
    <message>
        <source>{meaning} · {note}</source>
        <translation>{meaning} · {note}</translation>
    </message>
    <message>
        <source>{method} of the {score}</source>
        <translation>{method}：{score}</translation>
    </message>
    <message>
        <source>{method} takes no --{option}.{known}</source>
        <translation>{method} 不使用 --{option}。{known}</translation>
    </message>
    <message numerus="yes">
        <source>{method}: insertion less deletion {difference:.3f}, rank {rank:.1f} on average; better than all rivals on {all:.0f} %, than 20 of 21 on {most:.0f} % of {n} photos</source>
        <translation>
            <numerusform>{method}：插入减删除 {difference:.3f}，平均名次 {rank:.1f}；在 {n} 张照片的 {all:.0f}% 上优于全部对照图，在 {most:.0f}% 上优于 21 幅中的 20 幅</numerusform>
        </translation>
    </message>
    <message>
        <source>{method}: left out. {why}</source>
        <translation>{method}：未包括。{why}</translation>
    </message>
    <message numerus="yes">
        <source>{minutes:g} minutes were over after {n} of {wanted} photos. Asked again, it goes on.</source>
        <translation>
            <numerusform>{minutes:g} 分钟内完成了 {wanted} 张照片中的 {n} 张。再次运行则继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} masks</source>
        <translation>
            <numerusform>{n:,} 个掩膜</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} numbers compared: they differ by {most:.3g} at most, {mean:.3g} on average; {allowed:.3g} is allowed</source>
        <translation>
            <numerusform>比较了 {n:,} 个数：最大相差 {most:.3g}，平均 {mean:.3g}；允许 {allowed:.3g}</numerusform>
        </translation>
    </message>
    <message>
        <source>{named}</source>
        <translation>{named}</translation>
    </message>
    <message numerus="yes">
        <source>{named} and {n} more</source>
        <translation>
            <numerusform>{named}，以及另外 {n} 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{nameless} of {n} photos lie in folders that match no class; they do not count.</source>
        <translation>
            <numerusform>{n} 张照片中有 {nameless} 张所在的文件夹不属于任何类别；它们不计入。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message numerus="yes">
        <source>{name} (opset {opset}, {n} times, first {node!r})</source>
        <translation>
            <numerusform>{name}（opset {opset}，{n} 次，首次 {node!r}）</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} = {numbers}</source>
        <translation>{name} = {numbers}</translation>
    </message>
    <message>
        <source>{name} = {numbers} ({source})</source>
        <translation>{name} = {numbers}（{source}）</translation>
    </message>
    <message>
        <source>{name} leans on the {place}: {share:.0f} % of its evidence lies in that ninth, {others:.0f} % in the others.</source>
        <translation>{name} 偏重{place}：其证据的 {share:.0f}% 位于那九分之一，其他类别为 {others:.0f}%。</translation>
    </message>
    <message>
        <source>{name} margin</source>
        <translation>{name} 的分差</translation>
    </message>
    <message>
        <source>{name} no longer leans on the {place}: {shares}.</source>
        <translation>{name} 不再偏重{place}：{shares}。</translation>
    </message>
    <message>
        <source>{name} now leans on the {place}: {shares}.</source>
        <translation>{name} 现在偏重{place}：{shares}。</translation>
    </message>
    <message>
        <source>{name} still leans on the {place}: {shares}.</source>
        <translation>{name} 仍然偏重{place}：{shares}。</translation>
    </message>
    <message>
        <source>{name} {value}</source>
        <translation>{name} {value}</translation>
    </message>
    <message>
        <source>{name}, {resize}</source>
        <translation>{name}（{resize}）</translation>
    </message>
    <message>
        <source>{name}, {size} GB</source>
        <translation>{name}，{size} GB</translation>
    </message>
    <message>
        <source>{normalisation}, {resize} to {height}x{width} ({source})</source>
        <translation>{normalisation}，{resize} 到 {height}x{width}（{source}）</translation>
    </message>
    <message>
        <source>{note} · {run}</source>
        <translation>{note} · {run}</translation>
    </message>
    <message>
        <source>{number}: maximum {maximum:.6g} at {place}; mean {mean:.6g}, {zeros:.0f} % zeros</source>
        <translation>{number}：最大值 {maximum:.6g}，位于{place}；均值 {mean:.6g}，{zeros:.0f}% 为零</translation>
    </message>
    <message numerus="yes">
        <source>{n} became wrong</source>
        <translation>
            <numerusform>{n} 张由对变错</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} blocks</source>
        <translation>
            <numerusform>{n} 个块</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} earlier layers have no gradient: that needs {operators}.</source>
        <translation>
            <numerusform>{n} 个更靠前的层没有梯度：需要 {operators}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links lead out of the folder and were not followed. Say --follow-links to follow them.</source>
        <translation>
            <numerusform>{n} 个链接指向文件夹之外，没有跟随。用 --follow-links 可跟随它们。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} noisy copies</source>
        <translation>
            <numerusform>{n} 个加噪副本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} numbers differ by {apart} of the largest; {allowed} is allowed</source>
        <translation>
            <numerusform>{n} 个数相差最大值的 {apart}；允许 {allowed}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {total} maps used.</source>
        <translation>
            <numerusform>使用了 {total} 个特征图中的 {n} 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos became right</source>
        <translation>
            <numerusform>{n} 张照片由错变对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos could not be read</source>
        <translation>
            <numerusform>{n} 张照片无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos scored</source>
        <translation>
            <numerusform>已为 {n} 张照片评分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of the review list name no photo of this dataset: {names}. They are passed over.</source>
        <translation>
            <numerusform>复核列表中有 {n} 行的照片不在此数据集中：{names}。已跳过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scales, one per channel</source>
        <translation>
            <numerusform>{n} 个比例，每个通道一个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps from a {name} photo</source>
        <translation>
            <numerusform>从{name}照片起 {n} 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} × {n} squares, {samples:,} samples, baseline {name}, kernel {width}, ridge {ridge}, seed {seed}</source>
        <translation>
            <numerusform>{n} × {n} 个方块，{samples:,} 个样本，基线：{name}，核 {width}，岭 {ridge}，种子 {seed}</numerusform>
        </translation>
    </message>
    <message>
        <source>{operator:20.20}  {shape:20}  {parameters:&gt;12}  {multiply_adds:&gt;15}  {memory:&gt;12}</source>
        <translation>{operator:20.20}  {shape:20}  {parameters:&gt;12}  {multiply_adds:&gt;15}  {memory:&gt;12}</translation>
    </message>
    <message>
        <source>{operator} {features} → {classes}</source>
        <translation>{operator} {features} → {classes}</translation>
    </message>
    <message>
        <source>{operator} {node!r} failed on inputs of shape {shapes}: {why}</source>
        <translation>{operator} {node!r} 在形状为 {shapes} 的输入上失败：{why}</translation>
    </message>
    <message>
        <source>{photo}: done before, in {folder}</source>
        <translation>{photo}：以前已完成，在 {folder} 中</translation>
    </message>
    <message>
        <source>{photo}: done, in {folder}</source>
        <translation>{photo}：已完成，在 {folder} 中</translation>
    </message>
    <message>
        <source>{preset}, grey</source>
        <translation>{preset}，灰度</translation>
    </message>
    <message>
        <source>{probability:8.4f}  {label} ({index})</source>
        <translation>{probability:8.4f}  {label} ({index})</translation>
    </message>
    <message>
        <source>{prog}: {message}. &quot;{prog} --help&quot; lists what there is.</source>
        <translation>{prog}：{message}。“{prog} --help”会列出可用的内容。</translation>
    </message>
    <message>
        <source>{quantity} margin {label} − {other}</source>
        <translation>分差（{quantity}，{label} − {other}）</translation>
    </message>
    <message>
        <source>{quantity} of {label}</source>
        <translation>{quantity}（{label}）</translation>
    </message>
    <message>
        <source>{reason} {fix}.</source>
        <translation>{reason}{fix}。</translation>
    </message>
    <message>
        <source>{right}, {wrong}. {chance}</source>
        <translation>{right}，{wrong}。{chance}</translation>
    </message>
    <message>
        <source>{score} while a place is covered</source>
        <translation>遮挡一处时的{score}</translation>
    </message>
    <message>
        <source>{share:.0f} %</source>
        <translation>{share:.0f}%</translation>
    </message>
    <message>
        <source>{share:.0f} % ({low:.0f} to {high:.0f})</source>
        <translation>{share:.0f}%（{low:.0f} 到 {high:.0f}）</translation>
    </message>
    <message>
        <source>{share:.1e}</source>
        <translation>{share:.1e}</translation>
    </message>
    <message>
        <source>{share:.1f} %</source>
        <translation>{share:.1f}%</translation>
    </message>
    <message>
        <source>{share:.1f} % accuracy ({low:.0f} to {high:.0f}), {top5:.1f} % among the first five, calibration error {error:.3f}</source>
        <translation>准确率 {share:.1f}%（{low:.0f} 到 {high:.0f}），前五 {top5:.1f}%，校准误差 {error:.3f}</translation>
    </message>
    <message>
        <source>{share:.2g} %</source>
        <translation>{share:.2g}%</translation>
    </message>
    <message>
        <source>{share:5.1f} %  {hits:4} of {total:&lt;4}  confidence {confidence:.3f}  {way}{now}</source>
        <translation>{share:5.1f}%  {hits:4} / {total:&lt;4}  置信度 {confidence:.3f}  {way}{now}</translation>
    </message>
    <message>
        <source>{share} of the places are positive.</source>
        <translation>{share} 的位置为正。</translation>
    </message>
    <message>
        <source>{share} of the places speak for the class.</source>
        <translation>{share} 的位置支持该类别。</translation>
    </message>
    <message>
        <source>{shown} of {total} channels, by {order}, numbered from 0</source>
        <translation>{total} 个通道中的 {shown} 个，按 {order} 排序，从 0 开始编号</translation>
    </message>
    <message>
        <source>{source}: {reason}</source>
        <translation>{source}：{reason}</translation>
    </message>
    <message>
        <source>{text!r} cannot cover a place. Give gray, mean, black, white, blurred, or three numbers from 0 to 255 like 128,128,128.</source>
        <translation>{text!r} 不能用来遮挡。请给出 gray、mean、black、white、blurred，或三个 0 到 255 的数，如 128,128,128。</translation>
    </message>
    <message>
        <source>{text!r} is not a box. Write TOP,LEFT,HEIGHT,WIDTH in input pixels, counted from 0, for example 77,108,71,71.</source>
        <translation>{text!r} 不是矩形。请以输入像素写出 TOP,LEFT,HEIGHT,WIDTH，从 0 开始数，例如 77,108,71,71。</translation>
    </message>
    <message>
        <source>{title:10}  {value}</source>
        <translation>{title:10}  {value}</translation>
    </message>
    <message>
        <source>{title:14}  {value}</source>
        <translation>{title:14}  {value}</translation>
    </message>
    <message>
        <source>{title:26}  {value}</source>
        <translation>{title:26}  {value}</translation>
    </message>
    <message>
        <source>{title} ({score:.4f})</source>
        <translation>{title} = {score:.4f}</translation>
    </message>
    <message>
        <source>{type} in the network</source>
        <translation>网络中为 {type}</translation>
    </message>
    <message>
        <source>{type} in the network, dequantised: {scale}</source>
        <translation>网络中为 {type}，已反量化：{scale}</translation>
    </message>
    <message>
        <source>{type} in the network, no scale is known</source>
        <translation>网络中为 {type}，比例未知</translation>
    </message>
    <message numerus="yes">
        <source>{unreadable} of {n} photos could not be read.</source>
        <translation>
            <numerusform>{n} 张照片中有 {unreadable} 张无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>{value} holds 0 class names. Give a list of them in the order of the scores, or {{&quot;0&quot;: name, &quot;1&quot;: name …}} without a gap.</source>
        <translation>{value}中有 0 个类别名称。请给出按分数顺序排列的列表，或没有间断的 {{&quot;0&quot;: name, &quot;1&quot;: name …}}。</translation>
    </message>
    <message>
        <source>{value} is no text.</source>
        <translation>{value} 不是文本。</translation>
    </message>
    <message>
        <source>{value} is no whole number of pixels from 1 to {most:,}.</source>
        <translation>{value} 不是 1 到 {most:,} 的整数像素。</translation>
    </message>
    <message>
        <source>{value} is not a size. Write 71 or, height first, 71x45.</source>
        <translation>{value} 不是尺寸。请写 71，或高在前的 71x45。</translation>
    </message>
    <message>
        <source>{wanted!r} is ambiguous: {classes}. Give the index.</source>
        <translation>{wanted!r} 不明确：{classes}。请给出索引。</translation>
    </message>
    <message numerus="yes">
        <source>{way} is right on {share} of the {n} labelled photos</source>
        <translation>
            <numerusform>{way} 在 {n} 张带标签的照片上有 {share} 正确</numerusform>
        </translation>
    </message>
    <message>
        <source>{where} holds a class name of {longest:,} letters, and no more than {most:,} are read. Give shorter names.</source>
        <translation>{where}含有长达 {longest:,} 个字母的类别名称，而最多读取 {most:,} 个。请给出更短的名称。</translation>
    </message>
    <message numerus="yes">
        <source>{where} holds {n:,} class names, but &quot;{file}&quot; has {wanted:,} classes. Give the list that belongs to this model.{hint}</source>
        <translation>
            <numerusform>{where}含有 {n:,} 个类别名称，但“{file}”有 {wanted:,} 个类别。请给出属于此模型的列表。{hint}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{where} holds {n:,} names for {wanted:,} scores.{help}</source>
        <translation>
            <numerusform>{where}含有 {n:,} 个名称，而分数有 {wanted:,} 个。{help}</numerusform>
        </translation>
    </message>
    <message>
        <source>{where} is no number.</source>
        <translation>{where} 不是数。</translation>
    </message>
    <message>
        <source>{words}</source>
        <translation>{words}</translation>
    </message>
    <message>
        <source>{word} is no channel. With --reduction, --target is a number from 0.</source>
        <translation>{word} 不是通道。使用 --reduction 时，--target 是从 0 开始的数。</translation>
    </message>
</context>
</TS>
