<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name></name>
    <message numerus="yes">
        <source>{n} names</source>
        <comment>{n} name</comment>
        <translation>
            <numerusform>{n} имя</numerusform>
            <numerusform>{n} имени</numerusform>
            <numerusform>{n} имён</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} labelled photos</source>
        <comment>{n} labelled photo</comment>
        <translation>
            <numerusform>{n} размеченное фото</numerusform>
            <numerusform>{n} размеченных фото</numerusform>
            <numerusform>{n} размеченных фото</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} classes</source>
        <comment>{n} class</comment>
        <translation>
            <numerusform>{n} класс</numerusform>
            <numerusform>{n} класса</numerusform>
            <numerusform>{n} классов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos without labels</source>
        <comment>{n} photo without a label</comment>
        <translation>
            <numerusform>{n} фото без метки</numerusform>
            <numerusform>{n} фото без меток</numerusform>
            <numerusform>{n} фото без меток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved {n} files in {folder}</source>
        <comment>Saved {n} file in {folder}</comment>
        <translation>
            <numerusform>Сохранён {n} файл в {folder}</numerusform>
            <numerusform>Сохранено {n} файла в {folder}</numerusform>
            <numerusform>Сохранено {n} файлов в {folder}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} inputs filled in</source>
        <comment>{n} input filled in</comment>
        <translation>
            <numerusform>{n} вход заполнен</numerusform>
            <numerusform>{n} входа заполнены</numerusform>
            <numerusform>{n} входов заполнены</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of {n} channels shown</source>
        <comment>{shown} of {n} channel shown</comment>
        <translation>
            <numerusform>показано {shown} из {n} канала</numerusform>
            <numerusform>показано {shown} из {n} каналов</numerusform>
            <numerusform>показано {shown} из {n} каналов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} constants not shown</source>
        <comment>{n} constant not shown</comment>
        <translation>
            <numerusform>{n} константа не показана</numerusform>
            <numerusform>{n} константы не показаны</numerusform>
            <numerusform>{n} констант не показаны</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} nodes</source>
        <comment>{n} node</comment>
        <translation>
            <numerusform>{n} узел</numerusform>
            <numerusform>{n} узла</numerusform>
            <numerusform>{n} узлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} parameters</source>
        <comment>{n} parameter</comment>
        <translation>
            <numerusform>{n} параметр</numerusform>
            <numerusform>{n} параметра</numerusform>
            <numerusform>{n} параметров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{place} of {n} weights</source>
        <comment>{place} of {n} weight</comment>
        <translation>
            <numerusform>{place} из {n} веса</numerusform>
            <numerusform>{place} из {n} весов</numerusform>
            <numerusform>{place} из {n} весов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not finite</source>
        <comment>{n} not finite</comment>
        <translation>
            <numerusform>{n} не конечное</numerusform>
            <numerusform>{n} не конечных</numerusform>
            <numerusform>{n} не конечных</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos that neither model trained on</source>
        <comment>{n} photo that neither model trained on</comment>
        <translation>
            <numerusform>{n} фото, на котором не училась ни одна из моделей</numerusform>
            <numerusform>{n} фото, на которых не училась ни одна из моделей</numerusform>
            <numerusform>{n} фото, на которых не училась ни одна из моделей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos that the new model did not train on</source>
        <comment>{n} photo that the new model did not train on</comment>
        <translation>
            <numerusform>{n} фото, на котором новая модель не училась</numerusform>
            <numerusform>{n} фото, на которых новая модель не училась</numerusform>
            <numerusform>{n} фото, на которых новая модель не училась</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos; the old model may know them</source>
        <comment>{n} photo; the old model may know it</comment>
        <translation>
            <numerusform>{n} фото; старая модель может его знать</numerusform>
            <numerusform>{n} фото; старая модель может их знать</numerusform>
            <numerusform>{n} фото; старая модель может их знать</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} test photos, a map of each model</source>
        <comment>{n} test photo, a map of each model</comment>
        <translation>
            <numerusform>{n} тестовое фото, по карте каждой модели</numerusform>
            <numerusform>{n} тестовых фото, по карте каждой модели</numerusform>
            <numerusform>{n} тестовых фото, по карте каждой модели</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Validation has not improved for {n} epochs: it learns the photos by heart.</source>
        <comment>Validation has not improved for {n} epoch: it learns the photos by heart.</comment>
        <translation>
            <numerusform>Валидация не улучшается уже {n} эпоху: сеть заучивает фото наизусть.</numerusform>
            <numerusform>Валидация не улучшается уже {n} эпохи: сеть заучивает фото наизусть.</numerusform>
            <numerusform>Валидация не улучшается уже {n} эпох: сеть заучивает фото наизусть.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When training ends, accuracy on the {n} test photos, the photos that changed sides and both Grad-CAM maps appear here.</source>
        <comment>When training ends, accuracy on the {n} test photo, the photos that changed sides and both Grad-CAM maps appear here.</comment>
        <translation>
            <numerusform>Когда обучение закончится, здесь появятся доля верных на {n} тестовом фото, фото, ответ на которых изменился, и обе карты Grad-CAM.</numerusform>
            <numerusform>Когда обучение закончится, здесь появятся доля верных на {n} тестовых фото, фото, ответ на которых изменился, и обе карты Grad-CAM.</numerusform>
            <numerusform>Когда обучение закончится, здесь появятся доля верных на {n} тестовых фото, фото, ответ на которых изменился, и обе карты Grad-CAM.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} passes</source>
        <comment>{n} pass</comment>
        <translation>
            <numerusform>{n} проход</numerusform>
            <numerusform>{n} прохода</numerusform>
            <numerusform>{n} проходов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Most damaging of {n} places</source>
        <comment>Most damaging of {n} place</comment>
        <translation>
            <numerusform>Самые уязвимые из {n} места</numerusform>
            <numerusform>Самые уязвимые из {n} мест</numerusform>
            <numerusform>Самые уязвимые из {n} мест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lowest logit margin of {n} equal places</source>
        <comment>lowest logit margin of {n} equal place</comment>
        <translation>
            <numerusform>наименьший отступ логита из {n} равного места</numerusform>
            <numerusform>наименьший отступ логита из {n} равных мест</numerusform>
            <numerusform>наименьший отступ логита из {n} равных мест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>flips at {flips} of {n} ({share})</source>
        <comment>flips at {flips} of {n} ({share})</comment>
        <translation>
            <numerusform>меняется в {flips} из {n} ({share})</numerusform>
            <numerusform>меняется в {flips} из {n} ({share})</numerusform>
            <numerusform>меняется в {flips} из {n} ({share})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At {flips} of {n} positions ({share})</source>
        <comment>At {flips} of {n} position ({share})</comment>
        <translation>
            <numerusform>В {flips} из {n} положения ({share})</numerusform>
            <numerusform>В {flips} из {n} положений ({share})</numerusform>
            <numerusform>В {flips} из {n} положений ({share})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} places</source>
        <comment>{count} place</comment>
        <translation>
            <numerusform>{count} место</numerusform>
            <numerusform>{count} места</numerusform>
            <numerusform>{count} мест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exact at {n} positions</source>
        <comment>Exact at {n} position</comment>
        <translation>
            <numerusform>Точно в {n} положении</numerusform>
            <numerusform>Точно в {n} положениях</numerusform>
            <numerusform>Точно в {n} положениях</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places left</source>
        <comment>{n} place left</comment>
        <translation>
            <numerusform>осталось {n} место</numerusform>
            <numerusform>осталось {n} места</numerusform>
            <numerusform>осталось {n} мест</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} positions</source>
        <comment>{n} position</comment>
        <translation>
            <numerusform>{n} положение</numerusform>
            <numerusform>{n} положения</numerusform>
            <numerusform>{n} положений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} patches</source>
        <comment>{n} patch</comment>
        <translation>
            <numerusform>{n} заплатка</numerusform>
            <numerusform>{n} заплатки</numerusform>
            <numerusform>{n} заплаток</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos</source>
        <comment>{n} photo</comment>
        <translation>
            <numerusform>{n} фото</numerusform>
            <numerusform>{n} фото</numerusform>
            <numerusform>{n} фото</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos at most</source>
        <comment>{n} photo at most</comment>
        <translation>
            <numerusform>не более {n} фото</numerusform>
            <numerusform>не более {n} фото</numerusform>
            <numerusform>не более {n} фото</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Follow {n} links</source>
        <comment>Follow {n} link</comment>
        <translation>
            <numerusform>Перейти по {n} ссылке</numerusform>
            <numerusform>Перейти по {n} ссылкам</numerusform>
            <numerusform>Перейти по {n} ссылкам</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <comment>and {n} more</comment>
        <translation>
            <numerusform>и ещё {n}</numerusform>
            <numerusform>и ещё {n}</numerusform>
            <numerusform>и ещё {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} unreadable</source>
        <comment>{n} unreadable</comment>
        <translation>
            <numerusform>{n} не читается</numerusform>
            <numerusform>{n} не читаются</numerusform>
            <numerusform>{n} не читаются</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ {n} predicted wrong</source>
        <comment>✗ {n} predicted wrong</comment>
        <translation>
            <numerusform>✗ {n} предсказано неверно</numerusform>
            <numerusform>✗ {n} предсказано неверно</numerusform>
            <numerusform>✗ {n} предсказано неверно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos in the lasso</source>
        <comment>{n} photo in the lasso</comment>
        <translation>
            <numerusform>{n} фото в лассо</numerusform>
            <numerusform>{n} фото в лассо</numerusform>
            <numerusform>{n} фото в лассо</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} predicted wrong</source>
        <comment>{n} predicted wrong</comment>
        <translation>
            <numerusform>{n} предсказано неверно</numerusform>
            <numerusform>{n} предсказано неверно</numerusform>
            <numerusform>{n} предсказано неверно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>these {n} classes</source>
        <comment>this {n} class</comment>
        <translation>
            <numerusform>{n} классу набора</numerusform>
            <numerusform>{n} классам набора</numerusform>
            <numerusform>{n} классам набора</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all {n} classes</source>
        <comment>{n} class</comment>
        <translation>
            <numerusform>{n} классу модели</numerusform>
            <numerusform>{n} классам модели</numerusform>
            <numerusform>{n} классам модели</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No label looks wrong: {n} photos judged out of sample.</source>
        <comment>No label looks wrong: {n} photo judged out of sample.</comment>
        <translation>
            <numerusform>Метки выглядят верными: {n} фото проверено вне выборки.</numerusform>
            <numerusform>Метки выглядят верными: {n} фото проверено вне выборки.</numerusform>
            <numerusform>Метки выглядят верными: {n} фото проверено вне выборки.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing of this kind among {n} photos.</source>
        <comment>Nothing of this kind in {n} photo.</comment>
        <translation>
            <numerusform>Среди {n} фото ничего такого нет.</numerusform>
            <numerusform>Среди {n} фото ничего такого нет.</numerusform>
            <numerusform>Среди {n} фото ничего такого нет.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks</source>
        <comment>{n} mark</comment>
        <translation>
            <numerusform>{n} пометка</numerusform>
            <numerusform>{n} пометки</numerusform>
            <numerusform>{n} пометок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} relabel</source>
        <comment>{n} relabel</comment>
        <translation>
            <numerusform>{n} сменить метку</numerusform>
            <numerusform>{n} сменить метку</numerusform>
            <numerusform>{n} сменить метку</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} crop</source>
        <comment>{n} crop</comment>
        <translation>
            <numerusform>{n} обрезать</numerusform>
            <numerusform>{n} обрезать</numerusform>
            <numerusform>{n} обрезать</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} keep</source>
        <comment>{n} keep</comment>
        <translation>
            <numerusform>{n} оставить</numerusform>
            <numerusform>{n} оставить</numerusform>
            <numerusform>{n} оставить</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} remove</source>
        <comment>{n} remove</comment>
        <translation>
            <numerusform>{n} убрать</numerusform>
            <numerusform>{n} убрать</numerusform>
            <numerusform>{n} убрать</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} others</source>
        <comment>{n} other</comment>
        <translation>
            <numerusform>ещё {n}</numerusform>
            <numerusform>ещё {n}</numerusform>
            <numerusform>ещё {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} independent classes</source>
        <comment>{n} independent class</comment>
        <translation>
            <numerusform>{n} независимый класс</numerusform>
            <numerusform>{n} независимых класса</numerusform>
            <numerusform>{n} независимых классов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} recognised: {count} of {n} photos</source>
        <comment>{name} recognised: {count} of {n} photo</comment>
        <translation>
            <numerusform>{name}: распознано {count} из {n} фото</numerusform>
            <numerusform>{name}: распознано {count} из {n} фото</numerusform>
            <numerusform>{name}: распознано {count} из {n} фото</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{true} taken for {other}: {count} of {n} photos</source>
        <comment>{true} taken for {other}: {count} of {n} photo</comment>
        <translation>
            <numerusform>{true} принято за {other}: {count} из {n} фото</numerusform>
            <numerusform>{true} принято за {other}: {count} из {n} фото</numerusform>
            <numerusform>{true} принято за {other}: {count} из {n} фото</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} channels, height, width</source>
        <comment>{n} channel, height, width</comment>
        <translation>
            <numerusform>{n} канал, высота, ширина</numerusform>
            <numerusform>{n} канала, высота, ширина</numerusform>
            <numerusform>{n} каналов, высота, ширина</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>height, width, {n} channels</source>
        <comment>height, width, {n} channel</comment>
        <translation>
            <numerusform>высота, ширина, {n} канал</numerusform>
            <numerusform>высота, ширина, {n} канала</numerusform>
            <numerusform>высота, ширина, {n} каналов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} operators have no gradients here</source>
        <comment>{n} operator has no gradients here</comment>
        <translation>
            <numerusform>здесь у {n} оператора нет градиентов</numerusform>
            <numerusform>здесь у {n} операторов нет градиентов</numerusform>
            <numerusform>здесь у {n} операторов нет градиентов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} drawn anew</source>
        <comment>{n} drawn anew</comment>
        <translation>
            <numerusform>разыгран {n} слой</numerusform>
            <numerusform>разыграны {n} слоя</numerusform>
            <numerusform>разыграно {n} слоёв</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>About</name>
    <message>
        <source>About NetGaze</source>
        <translation>О программе NetGaze</translation>
    </message>
    <message>
        <source>Shows what an image classifier looks at, and why.</source>
        <translation>Показывает, на что смотрит классификатор изображений и почему.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>on the terminal</source>
        <translation>в терминале</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Score books, reviews</source>
        <translation>Журналы оценок, правки</translation>
    </message>
    <message>
        <source>Where it keeps things</source>
        <translation>Где что хранится</translation>
    </message>
    <message>
        <source>What it stands on</source>
        <translation>На чём построен</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Лицензии</translation>
    </message>
    <message>
        <source>NetGaze is free software under the Apache License 2.0.</source>
        <translation>NetGaze — свободная программа под лицензией Apache 2.0.</translation>
    </message>
    <message>
        <source>The packages that it stands on were installed beside it, and hold their licences themselves.</source>
        <translation>Пакеты, на которых он построен, установлены рядом и сами содержат свои лицензии.</translation>
    </message>
    <message>
        <source>With it come, each under its own licence:</source>
        <translation>Вместе с ним идут, каждый под своей лицензией:</translation>
    </message>
</context>
<context>
    <name>Activations</name>
    <message>
        <source>channel {number}</source>
        <translation>канал {number}</translation>
    </message>
    <message>
        <source>max {value}</source>
        <translation>макс. {value}</translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation>среднее {value}</translation>
    </message>
    <message>
        <source>{rows} × {columns}, enlarged</source>
        <translation>{rows} × {columns}, увеличено</translation>
    </message>
</context>
<context>
    <name>ActivationsLens</name>
    <message>
        <source>Photo B</source>
        <translation>Фото B</translation>
    </message>
</context>
<context>
    <name>ActivationsPanel</name>
    <message>
        <source>The channels of one layer, or the network with all its layers (default: channels).</source>
        <translation>Каналы одного слоя или вся сеть со всеми слоями (по умолчанию: каналы).</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Каналы</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Strongest channel</source>
        <translation>Сильнейший канал</translation>
    </message>
    <message>
        <source>Goes to the channel that holds the layer&apos;s maximum.</source>
        <translation>Переходит к каналу, где лежит максимум слоя.</translation>
    </message>
    <message>
        <source>The scale of the tiles; the photo has that of its legend.</source>
        <translation>Шкала плиток; у фото шкала его легенды.</translation>
    </message>
    <message>
        <source>Scale of the tiles</source>
        <translation>Шкала плиток</translation>
    </message>
    <message>
        <source>Large view</source>
        <translation>Крупно</translation>
    </message>
    <message>
        <source>Shows the channels, or the drawn network, in the left pane.</source>
        <translation>Показывает каналы или схему сети в левой панели.</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>Сначала откройте модель.</translation>
    </message>
    <message>
        <source>Open a photo first.</source>
        <translation>Сначала откройте фото.</translation>
    </message>
    <message>
        <source>Add photo B</source>
        <translation>Добавить фото B</translation>
    </message>
    <message>
        <source>tiles: {low} – {high}</source>
        <translation>плитки: {low} – {high}</translation>
    </message>
    <message>
        <source>tiles: each its own scale</source>
        <translation>плитки: у каждой своя шкала</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>Канал {number}</translation>
    </message>
</context>
<context>
    <name>AgreementLine</name>
    <message>
        <source>Spearman&apos;s: 1 where both maps put all places into one order, 0 where they know nothing of each other.</source>
        <translation>По Спирмену: 1 — обе карты ставят все места в один порядок, 0 — ничего друг о друге не знают.</translation>
    </message>
    <message>
        <source>Comparing two maps</source>
        <translation>Сравнение двух карт</translation>
    </message>
    <message>
        <source>Rank correlation with {method} {value}</source>
        <translation>Ранговая корреляция с «{method}» {value}</translation>
    </message>
</context>
<context>
    <name>Ahead</name>
    <message>
        <source>Making the tabs ready</source>
        <translation>Подготовка вкладок</translation>
    </message>
</context>
<context>
    <name>BaselinePicker</name>
    <message>
        <source>Grey 128</source>
        <translation>Серый 128</translation>
    </message>
    <message>
        <source>Image mean</source>
        <translation>Среднее фото</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Чёрный</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Белый</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Размытие</translation>
    </message>
    <message>
        <source>Own colour…</source>
        <translation>Свой цвет…</translation>
    </message>
    <message>
        <source>What stands in the covered place; blurred is the photo itself out of focus (default: grey 128, the colour value before normalisation).</source>
        <translation>Что стоит на закрытом месте; «Размытие» — само фото не в фокусе (по умолчанию: серый 128, значение цвета до нормализации).</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>Чем закрыто</translation>
    </message>
    <message>
        <source>Own colour</source>
        <translation>Свой цвет</translation>
    </message>
    <message>
        <source>Red, green and blue, each from 0 to 255 and divided by commas; 128,128,128 by default.</source>
        <translation>Красный, зелёный и синий, каждый от 0 до 255, через запятую; по умолчанию 128,128,128.</translation>
    </message>
    <message>
        <source>0 to 255</source>
        <translation>от 0 до 255</translation>
    </message>
</context>
<context>
    <name>BeforeAfterPage</name>
    <message>
        <source>Test accuracy</source>
        <translation>Доля верных на тесте</translation>
    </message>
    <message>
        <source>one scale for both maps; ↑ ↓ walk</source>
        <translation>одна шкала у обеих карт; ↑ ↓ листают</translation>
    </message>
    <message>
        <source>Became right</source>
        <translation>Стало верно</translation>
    </message>
    <message>
        <source>Became wrong</source>
        <translation>Стало неверно</translation>
    </message>
    <message>
        <source>Confusion before</source>
        <translation>Ошибки до</translation>
    </message>
    <message>
        <source>Confusion after</source>
        <translation>Ошибки после</translation>
    </message>
    <message>
        <source>Before: {before} · After: {after}</source>
        <translation>До: {before} · После: {after}</translation>
    </message>
    <message>
        <source>after</source>
        <translation>после</translation>
    </message>
    <message>
        <source>Both models are asked about the photos…</source>
        <translation>Обе модели опрашиваются на этих фото…</translation>
    </message>
    <message>
        <source>{model} does not have these classes: there is no accuracy before.</source>
        <translation>У {model} нет этих классов: сравнивать долю верных не с чем.</translation>
    </message>
    <message>
        <source>No labelled photos are compared: open a dataset of these classes. The photo shows what both models see.</source>
        <translation>Размеченных фото для сравнения нет: откройте набор данных с этими классами. На фото видно, что видят обе модели.</translation>
    </message>
    <message>
        <source>After</source>
        <translation>После</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>До</translation>
    </message>
</context>
<context>
    <name>BothEvidencePage</name>
    <message>
        <source>Measure</source>
        <translation>Измерить</translation>
    </message>
    <message>
        <source>Explains the true class of every test photo by both models.</source>
        <translation>Объясняет истинный класс каждого тестового фото обеими моделями.</translation>
    </message>
    <message>
        <source>Mean evidence before</source>
        <translation>Средняя опора до</translation>
    </message>
    <message>
        <source>Mean evidence after</source>
        <translation>Средняя опора после</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>До</translation>
    </message>
    <message>
        <source>After</source>
        <translation>После</translation>
    </message>
    <message>
        <source>Mean Grad-CAM of the true class over the same test photos, one scale. Click a place to walk the photos with most there.</source>
        <translation>Средний Grad-CAM истинного класса по одним и тем же тестовым фото, одна шкала. Щёлкните место, чтобы листать фото, где опоры там больше всего.</translation>
    </message>
    <message>
        <source>There are no labelled photos that both could be measured on.</source>
        <translation>Нет размеченных фото, на которых можно измерить обе.</translation>
    </message>
    <message>
        <source>Neither before nor after does a class lean on one part.</source>
        <translation>Ни до, ни после ни один класс не опирается на одну часть кадра.</translation>
    </message>
</context>
<context>
    <name>CalibrationLine</name>
    <message>
        <source>Calibration</source>
        <translation>Калибровка</translation>
    </message>
    <message>
        <source>Expected calibration error {error}, ten bins. Bars: 95 % interval.</source>
        <translation>Ожидаемая ошибка калибровки {error}, десять интервалов. Отрезки: 95 %.</translation>
    </message>
    <message>
        <source>was right</source>
        <translation>было верно</translation>
    </message>
    <message>
        <source>right</source>
        <translation>верно</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>неверно</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>фото</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Dashed: the part the network sees, {rows} × {cols} px, scaled to {height} × {width}</source>
        <translation>Пунктир: то, что видит сеть, {rows} × {cols} пикс., сжато до {height} × {width}</translation>
    </message>
</context>
<context>
    <name>ChangedPhotos</name>
    <message>
        <source>Thumbnails</source>
        <translation>Миниатюры</translation>
    </message>
    <message>
        <source>{name} · {n}</source>
        <translation>{name} · {n}</translation>
    </message>
    <message>
        <source>was {name}</source>
        <translation>было {name}</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>Value {value}</source>
        <translation>Значение {value}</translation>
    </message>
    <message>
        <source>on the edge: often a border artefact</source>
        <translation>на краю: часто краевой артефакт</translation>
    </message>
    <message>
        <source>Min {value}</source>
        <translation>Мин. {value}</translation>
    </message>
    <message>
        <source>Max {value}</source>
        <translation>Макс. {value}</translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation>среднее {value}</translation>
    </message>
    <message>
        <source>{share} zeros</source>
        <translation>{share} нулей</translation>
    </message>
    <message>
        <source>hover for maximum and mean</source>
        <translation>наведите: максимум, среднее</translation>
    </message>
    <message>
        <source>numbered from 0</source>
        <translation>нумерация с 0</translation>
    </message>
</context>
<context>
    <name>ChannelSection</name>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Watches this channel; its number stays below, with other photos too.</source>
        <translation>Следит за этим каналом; его число остаётся внизу и для других фото.</translation>
    </message>
    <message>
        <source>Pin the channel</source>
        <translation>Закрепить канал</translation>
    </message>
    <message>
        <source>Previous channel</source>
        <translation>Предыдущий канал</translation>
    </message>
    <message>
        <source>Goes one channel back.</source>
        <translation>На канал назад.</translation>
    </message>
    <message>
        <source>Next channel</source>
        <translation>Следующий канал</translation>
    </message>
    <message>
        <source>Goes one channel on.</source>
        <translation>На канал вперёд.</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>Канал {number}</translation>
    </message>
    <message>
        <source>strongest of the layer</source>
        <translation>сильнейший в слое</translation>
    </message>
    <message>
        <source>strongest, on the edge</source>
        <translation>сильнейший, на краю</translation>
    </message>
    <message>
        <source>Maxima on the edge are often artefacts of the padding.</source>
        <translation>Максимумы на краю часто бывают артефактами дополнения.</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Открепить</translation>
    </message>
    <message>
        <source>cell {row}, {column}: {value}</source>
        <translation>ячейка {row}, {column}: {value}</translation>
    </message>
</context>
<context>
    <name>ChannelView</name>
    <message>
        <source>The chosen channel</source>
        <translation>Выбранный канал</translation>
    </message>
    <message>
        <source>The chosen channel; its numbers from 0 at the top left.</source>
        <translation>Выбранный канал; его числа от 0 слева вверху.</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Layers</source>
        <translation>Слои</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>True class</source>
        <translation>Истинный класс</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>Предсказанный класс</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>none yet</source>
        <translation>пока нет</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>Канал {number}</translation>
    </message>
    <message>
        <source>Looks at channel {number}.</source>
        <translation>Показывает канал {number}.</translation>
    </message>
    <message>
        <source>Unpin channel {number}</source>
        <translation>Открепить канал {number}</translation>
    </message>
    <message>
        <source>Does not watch channel {number}.</source>
        <translation>Больше не следит за каналом {number}.</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Добавить фильтр</translation>
    </message>
    <message>
        <source>Shows only some of the photos.</source>
        <translation>Показывает только часть фото.</translation>
    </message>
    <message>
        <source>The class whose photos are shown.</source>
        <translation>Класс, фото которого показаны.</translation>
    </message>
    <message>
        <source>Class to show</source>
        <translation>Показываемый класс</translation>
    </message>
    <message>
        <source>Shows photos whose folder or name has these letters; Enter asks.</source>
        <translation>Показывает фото, в папке или имени которых есть эти буквы; Enter запускает.</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Искомый текст</translation>
    </message>
    <message>
        <source>Part of a name</source>
        <translation>Часть имени</translation>
    </message>
    <message>
        <source>Takes this filter away.</source>
        <translation>Убирает этот фильтр.</translation>
    </message>
    <message>
        <source>Without {filter}</source>
        <translation>Без фильтра «{filter}»</translation>
    </message>
    <message>
        <source>true: {name}</source>
        <translation>истина: {name}</translation>
    </message>
    <message>
        <source>predicted: {name}</source>
        <translation>предсказано: {name}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>верно</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>неверно</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>с пометкой</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>без пометки</translation>
    </message>
    <message>
        <source>text: {text}</source>
        <translation>текст: {text}</translation>
    </message>
    <message>
        <source>gathered photos</source>
        <translation>собранные фото</translation>
    </message>
    <message>
        <source>nine at random</source>
        <translation>девять случайных</translation>
    </message>
    <message>
        <source>split: {part}</source>
        <translation>часть: {part}</translation>
    </message>
    <message>
        <source>split</source>
        <translation>часть набора</translation>
    </message>
    <message>
        <source>Shows the photos of this split alone (default: all).</source>
        <translation>Показывает фото только этой части (по умолчанию: все).</translation>
    </message>
    <message>
        <source>Shows the photos whose first class is their label.</source>
        <translation>Показывает фото, у которых первый класс совпадает с меткой.</translation>
    </message>
    <message>
        <source>Shows the photos whose first class is not their label.</source>
        <translation>Показывает фото, у которых первый класс не совпадает с меткой.</translation>
    </message>
    <message>
        <source>true class…</source>
        <translation>истинный класс…</translation>
    </message>
    <message>
        <source>Shows the photos with the label that you choose next.</source>
        <translation>Показывает фото с меткой, которую вы выберете дальше.</translation>
    </message>
    <message>
        <source>predicted class…</source>
        <translation>предсказанный класс…</translation>
    </message>
    <message>
        <source>Shows the photos taken for the class that you choose next.</source>
        <translation>Показывает фото, принятые за класс, который вы выберете дальше.</translation>
    </message>
    <message>
        <source>Shows the photos with a mark in your review list.</source>
        <translation>Показывает фото с пометкой в вашем списке правок.</translation>
    </message>
    <message>
        <source>Shows the photos without a mark in your review list.</source>
        <translation>Показывает фото без пометки в вашем списке правок.</translation>
    </message>
    <message>
        <source>text…</source>
        <translation>текст…</translation>
    </message>
    <message>
        <source>Shows photos whose folder or name has the letters you type.</source>
        <translation>Показывает фото, в папке или имени которых есть набранные буквы.</translation>
    </message>
</context>
<context>
    <name>ClassesPage</name>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>What the cells say: shares of the photos of the true class, of what is taken for a class, or counts (default: share of true class).</source>
        <translation>Что стоит в ячейках: доли от фото истинного класса, доли от принятых за класс или количества (по умолчанию: от истинных).</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Ячейки</translation>
    </message>
    <message>
        <source>share of true class</source>
        <translation>от истинных</translation>
    </message>
    <message>
        <source>share of predicted</source>
        <translation>от предсказанных</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>количества</translation>
    </message>
    <message>
        <source>Order of rows and columns (default: classes that are taken for each other stand together; over 40 classes the most wrong first).</source>
        <translation>Порядок строк и столбцов (по умолчанию: рядом классы, которые путают друг с другом; если их больше 40, сначала те, где больше ошибок).</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>similar together</source>
        <translation>похожие рядом</translation>
    </message>
    <message>
        <source>most wrong</source>
        <translation>больше ошибок</translation>
    </message>
    <message>
        <source>by index</source>
        <translation>по номеру</translation>
    </message>
    <message>
        <source>by a column</source>
        <translation>по столбцу</translation>
    </message>
    <message>
        <source>Brings a class into sight, with what it is most often taken for.</source>
        <translation>Показывает класс вместе с тем, за что его чаще всего принимают.</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>Найти класс</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Показать их</translation>
    </message>
    <message>
        <source>Shows the photos of the chosen cell in Photos.</source>
        <translation>Показывает фото выбранной ячейки на странице «Фото».</translation>
    </message>
    <message>
        <source>No photo has a true class here.</source>
        <translation>Здесь ни у одного фото нет истинного класса.</translation>
    </message>
    <message>
        <source>Classes are being compared.</source>
        <translation>Классы сравниваются.</translation>
    </message>
    <message>
        <source>accuracy ({interval})</source>
        <translation>доля верных ({interval})</translation>
    </message>
    <message>
        <source>top five {share}</source>
        <translation>топ-5 {share}</translation>
    </message>
</context>
<context>
    <name>ClassesTable</name>
    <message>
        <source>Table of classes</source>
        <translation>Таблица классов</translation>
    </message>
</context>
<context>
    <name>ClearPlaces</name>
    <message>
        <source>What the network is fed where a photo is transparent (default: white).</source>
        <translation>Что подаётся в сеть там, где фото прозрачно (по умолчанию: белое).</translation>
    </message>
    <message>
        <source>Transparent places</source>
        <translation>Прозрачные места</translation>
    </message>
    <message>
        <source>Only photos with transparency differ.</source>
        <translation>Различаются только фото с прозрачностью.</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Прозрачное</translation>
    </message>
</context>
<context>
    <name>ColorBar</name>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation>Цвета от {low} до {high}</translation>
    </message>
    <message>
        <source>The colours of the values from {low} to {high}.</source>
        <translation>Цвета значений от {low} до {high}.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Модель</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>П&amp;ереход</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>Preprocessing…</source>
        <translation>Предобработка…</translation>
    </message>
    <message>
        <source>Shows how the photo is fed to the network, and tries other ways.</source>
        <translation>Показывает, как фото подаётся в сеть, и пробует другие способы.</translation>
    </message>
    <message>
        <source>Compare with model…</source>
        <translation>Сравнить с моделью…</translation>
    </message>
    <message>
        <source>Shows another model beside the open one, on a photo and a dataset.</source>
        <translation>Показывает другую модель рядом с открытой, на фото и на наборе данных.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>Starts the work of the tab in front.</source>
        <translation>Запускает работу открытой вкладки.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Stops the work of the tab in front; what it has stays.</source>
        <translation>Останавливает работу открытой вкладки; готовое остаётся.</translation>
    </message>
    <message>
        <source>Smaller patch</source>
        <translation>Заплатка меньше</translation>
    </message>
    <message>
        <source>Makes the patch smaller by 1 input pixel.</source>
        <translation>Уменьшает заплатку на 1 пиксель входа.</translation>
    </message>
    <message>
        <source>Larger patch</source>
        <translation>Заплатка больше</translation>
    </message>
    <message>
        <source>Makes the patch larger by 1 input pixel.</source>
        <translation>Увеличивает заплатку на 1 пиксель входа.</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Предыдущее фото</translation>
    </message>
    <message>
        <source>Opens the photo before this one.</source>
        <translation>Открывает фото перед этим.</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Следующее фото</translation>
    </message>
    <message>
        <source>Opens the photo after this one.</source>
        <translation>Открывает фото после этого.</translation>
    </message>
    <message>
        <source>Tab before</source>
        <translation>Прежняя вкладка</translation>
    </message>
    <message>
        <source>Goes back to the tab that was in front before.</source>
        <translation>Возвращает вкладку, которая была открыта до этой.</translation>
    </message>
    <message>
        <source>Brings this tab to the front.</source>
        <translation>Открывает эту вкладку.</translation>
    </message>
    <message>
        <source>Brings this page of Ranking to the front.</source>
        <translation>Открывает эту страницу «Ранжирования».</translation>
    </message>
    <message>
        <source>Ranking: Photos</source>
        <translation>Ранжирование: фото</translation>
    </message>
    <message>
        <source>Ranking: Classes</source>
        <translation>Ранжирование: классы</translation>
    </message>
    <message>
        <source>Ranking: Suspects</source>
        <translation>Ранжирование: подозрения</translation>
    </message>
    <message>
        <source>Ranking: Neighbours</source>
        <translation>Ранжирование: соседи</translation>
    </message>
    <message>
        <source>Ranking: Evidence</source>
        <translation>Ранжирование: опора</translation>
    </message>
    <message>
        <source>Opens this page of the help.</source>
        <translation>Открывает эту страницу справки.</translation>
    </message>
    <message>
        <source>Says what this machine can compute with, and why not with more.</source>
        <translation>Говорит, чем может считать этот компьютер и почему не чем-то ещё.</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Первые шаги</translation>
    </message>
    <message>
        <source>Shows the card with the first three clicks again.</source>
        <translation>Снова показывает карточку с первыми тремя щелчками.</translation>
    </message>
    <message>
        <source>Says the version, where the log is, and licences.</source>
        <translation>Называет версию, где лежит журнал, и лицензии.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Closes the window; work under way is stopped.</source>
        <translation>Закрывает окно; идущая работа останавливается.</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>Открыть фото…</translation>
    </message>
    <message>
        <source>Opens another photo, of JPEG, PNG, WebP, TIFF, BMP or GIF.</source>
        <translation>Открывает другое фото: JPEG, PNG, WebP, TIFF, BMP или GIF.</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Открыть модель…</translation>
    </message>
    <message>
        <source>Opens another classifier, an ONNX file.</source>
        <translation>Открывает другой классификатор, файл ONNX.</translation>
    </message>
    <message>
        <source>Open export…</source>
        <translation>Открыть экспорт…</translation>
    </message>
    <message>
        <source>Opens what was exported before: model, photo, settings and map.</source>
        <translation>Открывает сохранённое раньше: модель, фото, настройки и карту.</translation>
    </message>
    <message>
        <source>Open dataset…</source>
        <translation>Открыть набор…</translation>
    </message>
    <message>
        <source>Opens a folder with one folder of photos per class.</source>
        <translation>Открывает папку, в которой у каждого класса своя папка с фото.</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Открыть демо</translation>
    </message>
    <message>
        <source>Opens the small network and the drawings that come with NetGaze.</source>
        <translation>Открывает маленькую сеть и рисунки, которые идут с NetGaze.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Saves numbers and pictures of the tab in front into a new folder.</source>
        <translation>Сохраняет числа и картинки открытой вкладки в новую папку.</translation>
    </message>
    <message>
        <source>Save picture as…</source>
        <translation>Сохранить картинку как…</translation>
    </message>
    <message>
        <source>Saves what is shown, with its words, as one PNG.</source>
        <translation>Сохраняет то, что показано, вместе с подписями в один PNG.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Takes back the last change of the patches or marks.</source>
        <translation>Отменяет последнее изменение заплаток или пометок.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Does again what was taken back.</source>
        <translation>Возвращает отменённое.</translation>
    </message>
    <message>
        <source>Train on crop</source>
        <translation>Учить на вырезке</translation>
    </message>
    <message>
        <source>Puts the drawn rectangle into the review list, to be trained on.</source>
        <translation>Заносит нарисованный прямоугольник в список правок: на нём будет идти обучение.</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Копировать картинку</translation>
    </message>
    <message>
        <source>Copies the photo with its map, in the photo&apos;s own size.</source>
        <translation>Копирует фото с картой в размере самого фото.</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>Найти класс</translation>
    </message>
    <message>
        <source>Goes to the field that leaves classes with these letters.</source>
        <translation>Переходит к полю, которое оставляет классы с этими буквами.</translation>
    </message>
    <message>
        <source>Follow the top class</source>
        <translation>Следить за лидером</translation>
    </message>
    <message>
        <source>Explains the likeliest class again, photo by photo (default: on).</source>
        <translation>Снова объясняет самый вероятный класс, фото за фото (по умолчанию: вкл.).</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Вписать</translation>
    </message>
    <message>
        <source>Shows all of the photo, as large as there is room.</source>
        <translation>Показывает фото целиком, насколько хватает места.</translation>
    </message>
    <message>
        <source>Fit the seen part</source>
        <translation>Вписать видимое сетью</translation>
    </message>
    <message>
        <source>Shows the part of the photo that the network sees.</source>
        <translation>Показывает ту часть фото, которую видит сеть.</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Натуральный размер</translation>
    </message>
    <message>
        <source>Shows one pixel of the photo as one pixel of the screen.</source>
        <translation>Один пиксель фото на один пиксель экрана.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Увеличить</translation>
    </message>
    <message>
        <source>Shows the photo larger, around the middle.</source>
        <translation>Показывает фото крупнее, вокруг середины.</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Уменьшить</translation>
    </message>
    <message>
        <source>Shows the photo smaller, around the middle.</source>
        <translation>Показывает фото мельче, вокруг середины.</translation>
    </message>
    <message>
        <source>Show or hide the map</source>
        <translation>Показать или скрыть карту</translation>
    </message>
    <message>
        <source>Hides or shows the map (default: shown); hold O to look under it.</source>
        <translation>Скрывает или показывает карту (по умолчанию: показана); удерживайте O, чтобы заглянуть под неё.</translation>
    </message>
    <message>
        <source>Keep the map beside</source>
        <translation>Оставить карту рядом</translation>
    </message>
    <message>
        <source>Keeps this map as the second pane, or lets it go (default: none).</source>
        <translation>Оставляет эту карту второй панелью или отпускает её (по умолчанию: нет).</translation>
    </message>
    <message>
        <source>Next colour map</source>
        <translation>Следующая палитра</translation>
    </message>
    <message>
        <source>Takes the next colour map (default: automatic).</source>
        <translation>Берёт следующую палитру (по умолчанию: автоматически).</translation>
    </message>
    <message>
        <source>Less opaque</source>
        <translation>Прозрачнее</translation>
    </message>
    <message>
        <source>Makes the map 10 % less opaque (default: 75 %).</source>
        <translation>Делает карту на 10 % прозрачнее (по умолчанию: непрозрачность 75 %).</translation>
    </message>
    <message>
        <source>More opaque</source>
        <translation>Плотнее</translation>
    </message>
    <message>
        <source>Makes the map 10 % more opaque (default: 75 %).</source>
        <translation>Делает карту на 10 % плотнее (по умолчанию: непрозрачность 75 %).</translation>
    </message>
</context>
<context>
    <name>ComparedChoice</name>
    <message>
        <source>What stands beside the map, in a second pane at the same place (default: off).</source>
        <translation>Что стоит рядом с картой, во второй панели на том же месте (по умолчанию: нет).</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Two classes</source>
        <translation>Два класса</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Second class</source>
        <translation>Второй класс</translation>
    </message>
    <message>
        <source>The class of the second pane (default: the likeliest other one).</source>
        <translation>Класс второй панели (по умолчанию: самый вероятный из других).</translation>
    </message>
    <message>
        <source>The method of the second pane (default: Occlusion).</source>
        <translation>Метод второй панели (по умолчанию: перекрытие).</translation>
    </message>
    <message>
        <source>Second method</source>
        <translation>Второй метод</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Второй</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Goes on with the map beside where it was stopped.</source>
        <translation>Продолжает соседнюю карту с того места, где она остановлена.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Before and after</source>
        <translation>До и после</translation>
    </message>
    <message>
        <source>Evidence of both</source>
        <translation>Опора обеих</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Pinned channels of both photos</source>
        <translation>Закреплённые каналы обоих фото</translation>
    </message>
    <message>
        <source>All of A and B at one scale; in the differences, at another one, red means more in A.</source>
        <translation>Все каналы A и B в одной шкале; в разностях, в другой шкале, красное значит: больше в A.</translation>
    </message>
</context>
<context>
    <name>ControlsSection</name>
    <message>
        <source>Layer</source>
        <translation>Слой</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Шкала</translation>
    </message>
    <message>
        <source>The tensor of the network whose channels are drawn (default: the layer of Grad-CAM).</source>
        <translation>Тензор сети, каналы которого нарисованы (по умолчанию: слой Grad-CAM).</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>Предыдущий слой</translation>
    </message>
    <message>
        <source>Goes one layer back.</source>
        <translation>На слой назад.</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>Следующий слой</translation>
    </message>
    <message>
        <source>Goes one layer on.</source>
        <translation>На слой вперёд.</translation>
    </message>
    <message>
        <source>The order of the channels, the largest first; sparsity is the share of zeros (default: index).</source>
        <translation>Порядок каналов, сначала наибольшие; доля нулей — это разреженность (по умолчанию: номер).</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Максимум</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Среднее</translation>
    </message>
    <message>
        <source>Sparsity</source>
        <translation>Доля нулей</translation>
    </message>
    <message>
        <source>Which values have the colours at both ends: those of the layer, of each channel, or two numbers (default: whole layer).</source>
        <translation>Каким значениям отвечают цвета на концах: слоя, каждого канала или двум числам (по умолчанию: весь слой).</translation>
    </message>
    <message>
        <source>Whole layer</source>
        <translation>Весь слой</translation>
    </message>
    <message>
        <source>Each channel</source>
        <translation>По каналам</translation>
    </message>
    <message>
        <source>Fixed…</source>
        <translation>Задать…</translation>
    </message>
    <message>
        <source>Positive part only</source>
        <translation>Только &gt; 0</translation>
    </message>
    <message>
        <source>Draws negative values as zero, as a ReLU would let them through (default: off).</source>
        <translation>Рисует отрицательные значения нулём, как их пропустила бы ReLU (по умолчанию: выкл.).</translation>
    </message>
    <message>
        <source>Low end of the scale of all channels, in the layer&apos;s own values (default: that of the whole layer).</source>
        <translation>Нижний конец шкалы всех каналов, в значениях слоя (по умолчанию: всего слоя).</translation>
    </message>
    <message>
        <source>Low end of the scale</source>
        <translation>Нижний конец шкалы</translation>
    </message>
    <message>
        <source>High end of the scale of all channels, in the layer&apos;s own values (default: that of the whole layer).</source>
        <translation>Верхний конец шкалы всех каналов, в значениях слоя (по умолчанию: всего слоя).</translation>
    </message>
    <message>
        <source>High end of the scale</source>
        <translation>Верхний конец шкалы</translation>
    </message>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
    <message>
        <source>As over the photo</source>
        <translation>Как поверх фото</translation>
    </message>
    <message>
        <source>Colours of the tiles; automatic ones are blue–red where both signs occur (default: as over the photo).</source>
        <translation>Цвета плиток; автоматические — сине-красные, если есть оба знака (по умолчанию: как поверх фото).</translation>
    </message>
    <message>
        <source>Colour map of the tiles</source>
        <translation>Палитра плиток</translation>
    </message>
    <message>
        <source>Go to the ReLU behind this layer</source>
        <translation>К ReLU за этим слоем</translation>
    </message>
    <message>
        <source>Go to the ReLU</source>
        <translation>К ReLU</translation>
    </message>
    <message>
        <source>Shows the ReLU that follows this layer.</source>
        <translation>Показывает ReLU, которая идёт за этим слоем.</translation>
    </message>
    <message>
        <source>Larger than trained</source>
        <translation>Крупнее, чем в обучении</translation>
    </message>
    <message>
        <source>Runs the network at the photo&apos;s own resolution, where it can (default: off).</source>
        <translation>Прогоняет сеть в разрешении самого фото, если она может (по умолчанию: выкл.).</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Плитки</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Меньше</translation>
    </message>
    <message>
        <source>Side of a tile on the screen, in px (default: so large that 64 are seen at once).</source>
        <translation>Сторона плитки на экране, в пикселях (по умолчанию такая, что видны сразу 64).</translation>
    </message>
    <message>
        <source>Tile size</source>
        <translation>Размер плитки</translation>
    </message>
</context>
<context>
    <name>Crop</name>
    <message>
        <source>Crop</source>
        <translation>Вырезка</translation>
    </message>
</context>
<context>
    <name>CropBar</name>
    <message>
        <source>Save crop…</source>
        <translation>Сохранить вырезку…</translation>
    </message>
    <message>
        <source>Saves this part of the photo as a PNG of its own.</source>
        <translation>Сохраняет эту часть фото отдельным PNG.</translation>
    </message>
    <message>
        <source>Puts this part into your review list: training sees it in place of the photo (X). The file stays as it is.</source>
        <translation>Заносит эту часть в список правок: обучение увидит её вместо фото (X). Файл не меняется.</translation>
    </message>
    <message>
        <source>Train on crop</source>
        <translation>Учить на вырезке</translation>
    </message>
    <message>
        <source>Takes the crop away (Esc).</source>
        <translation>Убирает вырезку (Esc).</translation>
    </message>
    <message>
        <source>Without crop</source>
        <translation>Без вырезки</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} пикс.</translation>
    </message>
    <message>
        <source>✓ on the review list</source>
        <translation>✓ в списке правок</translation>
    </message>
</context>
<context>
    <name>Cropping</name>
    <message>
        <source>Saving a crop</source>
        <translation>Сохранение вырезки</translation>
    </message>
    <message>
        <source>Save crop as</source>
        <translation>Сохранить вырезку как</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>Сохранено: {file}</translation>
    </message>
</context>
<context>
    <name>CurveChart</name>
    <message>
        <source>all pixels</source>
        <translation>все пиксели</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>The pointer reads the values of a step.</source>
        <translation>Под указателем — значения шага.</translation>
    </message>
</context>
<context>
    <name>CurvesPage</name>
    <message>
        <source>Validation accuracy</source>
        <translation>Доля верных на валидации</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Эпоха</translation>
    </message>
    <message>
        <source>Photos/s</source>
        <translation>Фото/с</translation>
    </message>
    <message>
        <source>Loss and accuracy appear here while training runs.</source>
        <translation>Потери и доля верных появятся здесь во время обучения.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Потери</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Доля верных</translation>
    </message>
    <message>
        <source>Use best so far</source>
        <translation>Взять лучшую</translation>
    </message>
    <message>
        <source>Opens the best model so far; training goes on.</source>
        <translation>Открывает лучшую на сейчас модель; обучение продолжается.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Shows the new model in its folder.</source>
        <translation>Показывает новую модель в её папке.</translation>
    </message>
    <message>
        <source>Show the new model in its folder</source>
        <translation>Показать новую модель в её папке</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>До и после</translation>
    </message>
    <message>
        <source>best so far, epoch {n}</source>
        <translation>лучшая пока: эпоха {n}</translation>
    </message>
    <message>
        <source>best, epoch {n}</source>
        <translation>лучшая: эпоха {n}</translation>
    </message>
    <message>
        <source>{epoch} of {epochs}</source>
        <translation>{epoch} из {epochs}</translation>
    </message>
    <message>
        <source>The split leaves no test photo: nothing is compared.</source>
        <translation>В разбиении нет тестовых фото: сравнивать не на чем.</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>шагов: {n}</translation>
    </message>
</context>
<context>
    <name>Damage</name>
    <message>
        <source>Where the prediction flips</source>
        <translation>Где предсказание меняется</translation>
    </message>
    <message>
        <source>Most damaging places</source>
        <translation>Самые уязвимые места</translation>
    </message>
    <message>
        <source>becomes {label}</source>
        <translation>становится {label}</translation>
    </message>
    <message>
        <source>stays {label}</source>
        <translation>остаётся {label}</translation>
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
        <translation>Самые уязвимые места появятся, когда карта будет готова.</translation>
    </message>
    <message>
        <source>Show on the photo</source>
        <translation>Показать на фото</translation>
    </message>
    <message>
        <source>Covers the chosen place on the photo as the network saw it and outlines the others (default: on).</source>
        <translation>Закрывает выбранное место на фото так, как это видела сеть, и обводит остальные (по умолчанию: вкл.).</translation>
    </message>
    <message>
        <source>The largest drops whose masks do not overlap; click or use the arrow keys to choose one.</source>
        <translation>Самые большие падения, маски которых не пересекаются; выбирайте щелчком или стрелками.</translation>
    </message>
    <message>
        <source>Most damaging places</source>
        <translation>Самые уязвимые места</translation>
    </message>
    <message>
        <source>No covered place lowers the score.</source>
        <translation>Ни одно закрытое место не снижает оценку.</translation>
    </message>
    <message>
        <source>Put the patch there</source>
        <translation>Заплатку сюда</translation>
    </message>
    <message>
        <source>Lays a patch exactly where the mask of the chosen place lay.</source>
        <translation>Кладёт заплатку точно туда, где лежала маска выбранного места.</translation>
    </message>
    <message>
        <source>Draw classes</source>
        <translation>Рисовать классы</translation>
    </message>
    <message>
        <source>Draws the class that is predicted while each place is covered.</source>
        <translation>Рисует класс, который предсказан, пока закрыто каждое место.</translation>
    </message>
</context>
<context>
    <name>DatasetCard</name>
    <message>
        <source>Open dataset…</source>
        <translation>Открыть набор…</translation>
    </message>
    <message>
        <source>Chooses a folder with one folder per class; nothing is changed.</source>
        <translation>Выбирает папку, в которой у каждого класса своя папка; ничего не изменяется.</translation>
    </message>
    <message>
        <source>Open a dataset</source>
        <translation>Открыть набор данных</translation>
    </message>
    <message>
        <source>Use the demo photos</source>
        <translation>Взять фото демо</translation>
    </message>
    <message>
        <source>Opens the 150 drawn photos that come with NetGaze.</source>
        <translation>Открывает 150 нарисованных фото, которые идут с NetGaze.</translation>
    </message>
    <message>
        <source>{purpose} Folders train, val and test with classes below them, and a CSV table (path, label), will do as well. You may also drop a folder on the window.</source>
        <translation>{purpose} Подойдут и папки train, val и test с классами внутри, и таблица CSV (path, label). Папку можно и перетащить на окно.</translation>
    </message>
    <message>
        <source>Open a folder with one folder per class.</source>
        <translation>Откройте папку, в которой у каждого класса своя папка.</translation>
    </message>
</context>
<context>
    <name>DecimalField</name>
    <message>
        <source>A number from {low} to {high} is wanted.</source>
        <translation>Нужно число от {low} до {high}.</translation>
    </message>
</context>
<context>
    <name>Device</name>
    <message>
        <source>The network runs on {device}.</source>
        <translation>Сеть работает на {device}.</translation>
    </message>
    <message>
        <source>The network runs on {device}: {reason}.</source>
        <translation>Сеть работает на {device}: {reason}.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Photos</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>ONNX models</source>
        <translation>Модели ONNX</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Экспорты</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>Имена классов</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Таблицы</translation>
    </message>
</context>
<context>
    <name>DisplayControls</name>
    <message>
        <source>Opacity</source>
        <translation>Непрозрачность</translation>
    </message>
    <message>
        <source>Lowest value</source>
        <translation>Наименьшее значение</translation>
    </message>
    <message>
        <source>Value at the low end of the colour bar, in the unit of the map; by default that of the map.</source>
        <translation>Значение на нижнем конце цветовой шкалы, в единицах карты; по умолчанию — самой карты.</translation>
    </message>
    <message>
        <source>Highest value</source>
        <translation>Наибольшее значение</translation>
    </message>
    <message>
        <source>Value at the high end of the colour bar, in the unit of the map; by default that of the map.</source>
        <translation>Значение на верхнем конце цветовой шкалы, в единицах карты; по умолчанию — самой карты.</translation>
    </message>
    <message>
        <source>Which colours stand for which values; automatic, the default, is blue–red where both signs count, else viridis.</source>
        <translation>Какой цвет какому значению отвечает; автоматически, по умолчанию: сине-красная, если важны оба знака, иначе viridis.</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Палитра</translation>
    </message>
    <message>
        <source>Which values lie at the two ends of the colour bar; by default those of the map.</source>
        <translation>Какие значения лежат на концах цветовой шкалы; по умолчанию — самой карты.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Шкала</translation>
    </message>
    <message>
        <source>How much the strongest places of the map cover the photo, in percent; 75 by default.</source>
        <translation>Насколько самые сильные места карты закрывают фото, в процентах; по умолчанию 75.</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>0 to 1, ImageNet’s mean</source>
        <translation>от 0 до 1, среднее ImageNet</translation>
    </message>
    <message>
        <source>the same, blue first</source>
        <translation>то же, сначала синий</translation>
    </message>
    <message>
        <source>−1 to 1</source>
        <translation>от −1 до 1</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>от 0 до 1</translation>
    </message>
    <message>
        <source>0 to 255, mean taken off</source>
        <translation>от 0 до 255, среднее вычтено</translation>
    </message>
    <message>
        <source>0 to 255 as it is</source>
        <translation>от 0 до 255 как есть</translation>
    </message>
    <message>
        <source>own</source>
        <translation>своя</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>серый</translation>
    </message>
    <message>
        <source>{preset}, grey</source>
        <translation>{preset}, серый</translation>
    </message>
    <message>
        <source>crop: middle {side} of {short}</source>
        <translation>обрезка: {side} из {short}</translation>
    </message>
    <message>
        <source>squash: all, stretched</source>
        <translation>сжатие: растянуто</translation>
    </message>
    <message>
        <source>letterbox: all, grey bars</source>
        <translation>поля: серые полосы</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>обрезка</translation>
    </message>
    <message>
        <source>squash</source>
        <translation>сжатие</translation>
    </message>
    <message>
        <source>letterbox</source>
        <translation>поля</translation>
    </message>
    <message>
        <source>You chose this.</source>
        <translation>Это выбрали вы.</translation>
    </message>
    <message>
        <source>The model&apos;s file says so.</source>
        <translation>Так сказано в файле модели.</translation>
    </message>
    <message>
        <source>The file beside the model says so.</source>
        <translation>Так сказано в файле рядом с моделью.</translation>
    </message>
    <message>
        <source>Said by {reason}.</source>
        <translation>Источник: {reason}.</translation>
    </message>
    <message>
        <source>This is a guess: {reason}. Choose what the model was trained with.</source>
        <translation>Это догадка: {reason}. Выберите то, с чем модель обучали.</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>ваше</translation>
    </message>
    <message>
        <source>from the file</source>
        <translation>из файла</translation>
    </message>
    <message>
        <source>from a file beside the model</source>
        <translation>из файла рядом с моделью</translation>
    </message>
    <message>
        <source>ImageNet’s, by their number</source>
        <translation>ImageNet, по их числу</translation>
    </message>
    <message>
        <source>numbered, for nobody says them</source>
        <translation>по номерам: имён никто не назвал</translation>
    </message>
    <message>
        <source>“{name}”: {what}.</source>
        <translation>«{name}»: {what}.</translation>
    </message>
    <message>
        <source>the file’s default</source>
        <translation>из файла по умолчанию</translation>
    </message>
    <message>
        <source>nobody says: zeros</source>
        <translation>не сказано: нули</translation>
    </message>
    <message>
        <source>nobody says: ones, for zeros give no answer</source>
        <translation>не сказано: единицы, от нулей нет ответа</translation>
    </message>
    <message>
        <source>{n} match no class</source>
        <translation>без класса: {n}</translation>
    </message>
    <message>
        <source>{tried} tried</source>
        <translation>испробовано: {tried}</translation>
    </message>
    <message>
        <source>{n} could not be read</source>
        <translation>не читаются: {n}</translation>
    </message>
    <message>
        <source>over white</source>
        <translation>на белом</translation>
    </message>
    <message>
        <source>over black</source>
        <translation>на чёрном</translation>
    </message>
    <message>
        <source>as if they were opaque</source>
        <translation>как непрозрачные</translation>
    </message>
    <message>
        <source>transparent: alpha is fed, too</source>
        <translation>прозрачно: альфа тоже подаётся</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>Predicted class while a place is covered</source>
        <translation>Предсказанный класс при закрытом месте</translation>
    </message>
    <message>
        <source>clear: still {name}</source>
        <translation>прозрачно: всё ещё {name}</translation>
    </message>
    <message>
        <source>pale: coarser</source>
        <translation>бледно: грубее</translation>
    </message>
    <message>
        <source>scale {low} to {high}</source>
        <translation>шкала {low} … {high}</translation>
    </message>
    <message>
        <source>{left} and {right}</source>
        <translation>{left} и {right}</translation>
    </message>
    <message>
        <source>{name} reaches {small} of {large}.</source>
        <translation>{name} достигает {small} из {large}.</translation>
    </message>
    <message>
        <source>left: {title}, {meaning}</source>
        <translation>слева: {title}, {meaning}</translation>
    </message>
    <message>
        <source>right: {title}, {meaning}</source>
        <translation>справа: {title}, {meaning}</translation>
    </message>
    <message>
        <source>{height} × {width} px</source>
        <translation>{height} × {width} пикс.</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>серый</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>цвет</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Что видит сеть</translation>
    </message>
    <message>
        <source>{width} × {height} px · dashed: what is cut out</source>
        <translation>{width} × {height} пикс. · пунктир: вырезано</translation>
    </message>
    <message>
        <source>As the network sees it</source>
        <translation>Как это видит сеть</translation>
    </message>
    <message>
        <source>{channel} {low} to {high}</source>
        <translation>{channel} {low} … {high}</translation>
    </message>
    <message>
        <source>{channel} {low}</source>
        <translation>{channel} {low}</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Красный</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зелёный</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Синий</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Альфа</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Серый</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>от {low} до {high}</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>Open as an export</source>
        <translation>Открыть как экспорт</translation>
    </message>
    <message>
        <source>Open as model</source>
        <translation>Открыть как модель</translation>
    </message>
    <message>
        <source>Open as photo</source>
        <translation>Открыть как фото</translation>
    </message>
    <message>
        <source>Rank this folder of photos</source>
        <translation>Ранжировать эту папку с фото</translation>
    </message>
    <message>
        <source>Read as class names of the model</source>
        <translation>Прочитать как имена классов модели</translation>
    </message>
    <message>
        <source>NetGaze cannot open this kind of file</source>
        <translation>NetGaze не открывает файлы этого вида</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a photo here</source>
        <translation>Перетащите фото сюда</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP, TIFF, BMP, GIF</source>
        <translation>JPEG, PNG, WebP, TIFF, BMP, GIF</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>Открыть фото…</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Открыть фото</translation>
    </message>
    <message>
        <source>Chooses a photo to look at.</source>
        <translation>Выбирает фото, на которое смотреть.</translation>
    </message>
</context>
<context>
    <name>Duel</name>
    <message>
        <source>Deletion</source>
        <translation>Удаление</translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation>Вставка</translation>
    </message>
    <message>
        <source>Deletion: most important first</source>
        <translation>Удаление: сначала важное</translation>
    </message>
    <message>
        <source>Insertion: into a blurred photo</source>
        <translation>Вставка: в размытое фото</translation>
    </message>
    <message>
        <source>area {own}, best rival {best}</source>
        <translation>площадь {own}, соперник {best}</translation>
    </message>
    <message>
        <source>{share} hidden: {own}, best rival {best}</source>
        <translation>скрыто {share}: {own}, соперник {best}</translation>
    </message>
    <message>
        <source>{share} shown: {own}, best rival {best}</source>
        <translation>показано {share}: {own}, соперник {best}</translation>
    </message>
</context>
<context>
    <name>EndedRow</name>
    <message>
        <source>Curves</source>
        <translation>Кривые</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>До и после</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Опора</translation>
    </message>
    <message>
        <source>What is shown of the run (default: its curves).</source>
        <translation>Что показано от обучения (по умолчанию: кривые).</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>Shows the new model in its folder.</source>
        <translation>Показывает новую модель в её папке.</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Взять эту модель</translation>
    </message>
    <message>
        <source>Opens the new model like any other.</source>
        <translation>Открывает новую модель, как любую другую.</translation>
    </message>
</context>
<context>
    <name>Enlargeable</name>
    <message>
        <source>Stands in the left pane.</source>
        <translation>Стоит в левой панели.</translation>
    </message>
</context>
<context>
    <name>EvidenceControls</name>
    <message>
        <source>Which class of each photo is explained: the true one, or the one that it is taken for (default: the true class).</source>
        <translation>Какой класс каждого фото объясняется: истинный или предсказанный, за который фото принято (по умолчанию: истинный).</translation>
    </message>
    <message>
        <source>the true class</source>
        <translation>истинный</translation>
    </message>
    <message>
        <source>the predicted class</source>
        <translation>предсказанный</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>The mean of the maps of a class, or how far they differ from photo to photo (default: mean).</source>
        <translation>Среднее карт класса или насколько они различаются от фото к фото (по умолчанию: среднее).</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Среднее</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Разброс</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Рисовать</translation>
    </message>
    <message>
        <source>Which classes come first: those that a ninth of the picture sets apart most, those with most evidence near the border, or by name (default: stands out most).</source>
        <translation>Какие классы идут первыми: те, что сильнее всего выделяются девятой частью кадра, те, у кого больше опоры у края, или по имени (по умолчанию: выделяются).</translation>
    </message>
    <message>
        <source>stands out most</source>
        <translation>выделяются</translation>
    </message>
    <message>
        <source>border</source>
        <translation>край</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>How the layer is weighed (default: Grad-CAM).</source>
        <translation>Как взвешивается слой (по умолчанию: Grad-CAM).</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>The tensor whose channels are weighed (default: the one that Grad-CAM takes by itself).</source>
        <translation>Тензор, каналы которого взвешиваются (по умолчанию: тот, который Grad-CAM берёт сам).</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Слой</translation>
    </message>
    <message>
        <source>How wide the border is, on each side, as a share of what the network sees (default: 14 %, a seventh).</source>
        <translation>Ширина края с каждой стороны, доля того, что видит сеть (по умолчанию: 14 %, седьмая часть).</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Край</translation>
    </message>
    <message>
        <source>{method} at {layer}</source>
        <translation>{method} на слое {layer}</translation>
    </message>
</context>
<context>
    <name>EvidenceMeasuring</name>
    <message>
        <source>Evidence</source>
        <translation>Опора</translation>
    </message>
    <message>
        <source>Timing evidence</source>
        <translation>Замер времени опоры</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Measure</source>
        <translation>Измерить</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Миниатюры</translation>
    </message>
    <message>
        <source>Explains a class of every photo; Stop keeps what is measured.</source>
        <translation>Объясняет класс каждого фото; «Стоп» сохраняет измеренное.</translation>
    </message>
    <message>
        <source>Show the photos</source>
        <translation>Показать фото</translation>
    </message>
    <message>
        <source>Walks the photos that have most of their evidence there.</source>
        <translation>Листает фото, у которых там больше всего опоры.</translation>
    </message>
    <message>
        <source>Stopped at {done} of {total}.</source>
        <translation>Остановлено на {done} из {total}.</translation>
    </message>
    <message>
        <source>Mean {map} of the true class, each photo alike.</source>
        <translation>Средний {map} для истинного класса, все фото наравне.</translation>
    </message>
    <message>
        <source>Deviation of {map} of the true class.</source>
        <translation>Отклонение {map} для истинного класса.</translation>
    </message>
    <message>
        <source>Mean {map} of the predicted class, each photo alike.</source>
        <translation>Средний {map} для предсказанного класса, все фото наравне.</translation>
    </message>
    <message>
        <source>Deviation of {map} of the predicted class.</source>
        <translation>Отклонение {map} для предсказанного класса.</translation>
    </message>
    <message>
        <source>Border: {width} of what is seen on each side; tick: an even spread, {share}.</source>
        <translation>Край: {width} видимого с каждой стороны; риска: ровный разброс, {share}.</translation>
    </message>
</context>
<context>
    <name>EvidencePhotos</name>
    <message>
        <source>photos with the most evidence there first</source>
        <translation>сначала фото, где опоры там больше всего</translation>
    </message>
    <message>
        <source>Photos with evidence there</source>
        <translation>Фото с опорой там</translation>
    </message>
    <message>
        <source>Open in Photos</source>
        <translation>Открыть в «Фото»</translation>
    </message>
    <message>
        <source>Shows these photos alone in Photos.</source>
        <translation>Показывает только эти фото на странице «Фото».</translation>
    </message>
    <message>
        <source>{name}, {place}</source>
        <translation>{name}, {place}</translation>
    </message>
    <message>
        <source>{share} there</source>
        <translation>{share} там</translation>
    </message>
</context>
<context>
    <name>EvidenceTiles</name>
    <message>
        <source>Click a place of a picture to walk the photos with most there.</source>
        <translation>Щёлкните место на картинке, чтобы листать фото, где опоры там больше всего.</translation>
    </message>
    <message>
        <source>Mean evidence of each class</source>
        <translation>Средняя опора каждого класса</translation>
    </message>
    <message>
        <source>border {share}</source>
        <translation>край {share}</translation>
    </message>
</context>
<context>
    <name>ExplainedChoice</name>
    <message>
        <source>The number whose change is drawn. The logit keeps its slope when the network is very sure; the probability does not (default: logit).</source>
        <translation>Число, изменение которого нарисовано. Логит сохраняет наклон, когда сеть очень уверена, вероятность — нет (по умолчанию: логит).</translation>
    </message>
    <message>
        <source>Explains</source>
        <translation>Объясняет</translation>
    </message>
    <message>
        <source>Logit</source>
        <translation>Логит</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Вероятность</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Отступ</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Тензор</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Copy</source>
        <translation>Копирование</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Картинка</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Interrupted export</source>
        <translation>Прерванный экспорт</translation>
    </message>
    <message>
        <source>Copied the picture</source>
        <translation>Картинка скопирована</translation>
    </message>
    <message>
        <source>Copied: {words}</source>
        <translation>Скопировано: {words}</translation>
    </message>
    <message>
        <source>Nothing to save yet: open a photo first</source>
        <translation>Сохранять пока нечего: откройте фото</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>Сохранить картинку как</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>Сохранено: {file}</translation>
    </message>
    <message>
        <source>Nothing to export yet: run a map first</source>
        <translation>Экспортировать пока нечего: сначала запустите карту</translation>
    </message>
    <message>
        <source>Export into folder</source>
        <translation>Экспорт в папку</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Другое имя</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds one already. Replace it, or save this one as &quot;{free}&quot;.</source>
        <translation>В папке «{name}» экспорт уже есть. Замените его или сохраните этот как «{free}».</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds one already ({title}). Replace it, or save this one as &quot;{free}&quot;.</source>
        <translation>В папке «{name}» экспорт уже есть ({title}). Замените его или сохраните этот как «{free}».</translation>
    </message>
</context>
<context>
    <name>FilterGrid</name>
    <message>
        <source>Filters of the first layer</source>
        <translation>Фильтры первого слоя</translation>
    </message>
    <message>
        <source>Filter {number}. Grey is zero; all have one scale.</source>
        <translation>Фильтр {number}. Серый — ноль; шкала у всех одна.</translation>
    </message>
    <message>
        <source>What each filter of the first layer looks for.</source>
        <translation>Что ищет каждый фильтр первого слоя.</translation>
    </message>
</context>
<context>
    <name>Finetune</name>
    <message>
        <source>epoch {n}</source>
        <translation>эпоха {n}</translation>
    </message>
    <message>
        <source>step {n}: {value}</source>
        <translation>шаг {n}: {value}</translation>
    </message>
    <message>
        <source>smoothed {value}</source>
        <translation>сглажено {value}</translation>
    </message>
    <message>
        <source>validation {value}</source>
        <translation>валидация {value}</translation>
    </message>
    <message>
        <source>Stopped before the first epoch ended: nothing was kept.</source>
        <translation>Остановлено до конца первой эпохи: ничего не сохранено.</translation>
    </message>
    <message>
        <source>Best epoch: {best} of {count}.</source>
        <translation>Лучшая эпоха: {best} из {count}.</translation>
    </message>
    <message>
        <source>{file} has the best model so far.</source>
        <translation>Лучшая пока модель — в файле {file}.</translation>
    </message>
    <message>
        <source>Done in {duration}.</source>
        <translation>Готово за {duration}.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>{file} predicts in ONNX Runtime what training measured.</source>
        <translation>{file} предсказывает в ONNX Runtime то же, что измерено при обучении.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>До</translation>
    </message>
    <message>
        <source>After</source>
        <translation>После</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>истинный класс</translation>
    </message>
    <message>
        <source>{height} × {width}, enlarged</source>
        <translation>{height} × {width}, увеличено</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>SGD, momentum 0.9</source>
        <translation>SGD, импульс 0,9</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>постоянная</translation>
    </message>
    <message>
        <source>half a cosine, down to 0</source>
        <translation>полкосинуса, до 0</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>weights in the loss</source>
        <translation>веса в потерях</translation>
    </message>
    <message>
        <source>each class as often</source>
        <translation>все классы одинаково часто</translation>
    </message>
    <message>
        <source>{training} train · {validation} validation · {test} test</source>
        <translation>обучение {training} · валидация {validation} · тест {test}</translation>
    </message>
    <message>
        <source>rate {rate}: {value}</source>
        <translation>скорость {rate}: {value}</translation>
    </message>
</context>
<context>
    <name>FinetunePanel</name>
    <message>
        <source>The network learns its classes from these photos.</source>
        <translation>На этих фото сеть учит свои классы.</translation>
    </message>
    <message>
        <source>Open dataset</source>
        <translation>Открыть набор данных</translation>
    </message>
    <message>
        <source>Save the new model as</source>
        <translation>Сохранить новую модель как</translation>
    </message>
    <message>
        <source>Open a model to train it.</source>
        <translation>Откройте модель, чтобы её обучить.</translation>
    </message>
    <message>
        <source>Saved epoch {epoch} as {file}</source>
        <translation>Эпоха {epoch} сохранена в {file}</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Hides these steps; Help brings them back.</source>
        <translation>Скрывает эти шаги; вернуть их можно в «Справке».</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Открыть модель…</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Открыть модель</translation>
    </message>
    <message>
        <source>Chooses an ONNX model to ask.</source>
        <translation>Выбирает модель ONNX, которую спрашивать.</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>Открыть фото…</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Открыть фото</translation>
    </message>
    <message>
        <source>Chooses a photo to look at.</source>
        <translation>Выбирает фото, на которое смотреть.</translation>
    </message>
    <message>
        <source>Three clicks to the first answer</source>
        <translation>Три щелчка до первого ответа</translation>
    </message>
    <message>
        <source>Click the burger.</source>
        <translation>Щёлкните бургер.</translation>
    </message>
    <message>
        <source>A grey patch covers that place; the scores answer at once.</source>
        <translation>Серая заплатка закроет это место; оценки ответят сразу.</translation>
    </message>
    <message>
        <source>Press Run map.</source>
        <translation>Нажмите «Запустить карту».</translation>
    </message>
    <message>
        <source>Every place is covered in turn; coloured ones matter.</source>
        <translation>Каждое место закроется по очереди; важные станут цветными.</translation>
    </message>
    <message>
        <source>Bring your own.</source>
        <translation>Возьмите своё.</translation>
    </message>
    <message>
        <source>Drop an ONNX model or a photo anywhere on this window.</source>
        <translation>Перетащите модель ONNX или фото в любое место этого окна.</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>Меньше настроек</translation>
    </message>
    <message>
        <source>Shows or hides the options that are needed less often.</source>
        <translation>Показывает или скрывает настройки, нужные реже.</translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message>
        <source>Choose folder…</source>
        <translation>Выбрать папку…</translation>
    </message>
    <message>
        <source>Tries all ways on the photos of a folder with one folder per class.</source>
        <translation>Пробует все способы на фото из папки, где у каждого класса своя папка.</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>Выбрать папку</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Ends the trial; what was found so far stays.</source>
        <translation>Заканчивает пробу; найденное остаётся.</translation>
    </message>
    <message>
        <source>No labelled photos yet</source>
        <translation>Размеченных фото пока нет</translation>
    </message>
    <message>
        <source>a folder with one folder per class tells most</source>
        <translation>больше всего скажет папка, где у каждого класса своя папка</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} из {total}</translation>
    </message>
</context>
<context>
    <name>GivenRow</name>
    <message>
        <source>One number for all of it, or all of its numbers with commas between them; nothing leaves it to NetGaze.</source>
        <translation>Одно число на всё или все числа через запятую; пусто — решает NetGaze.</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no number. Write one such as 0.5.</source>
        <translation>«{text}» — не число. Напишите, например, 0.5.</translation>
    </message>
</context>
<context>
    <name>GoingSection</name>
    <message>
        <source>Train</source>
        <translation>Обучить</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Goes on with the run that was stopped, from its last epoch.</source>
        <translation>Продолжает остановленное обучение с последней эпохи.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Stop and keep best</source>
        <translation>Стоп, взять лучшую</translation>
    </message>
    <message>
        <source>Ends the run; the best model so far is tested and kept (Ctrl+.).</source>
        <translation>Заканчивает обучение; лучшая на сейчас модель проверяется и сохраняется (Ctrl+.).</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Ход обучения</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Lets the run wait behind its next step, or go on.</source>
        <translation>Приостанавливает обучение после очередного шага или пускает дальше.</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Обучить снова</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Trains a new model (Ctrl+Enter).</source>
        <translation>Обучает новую модель (Ctrl+Enter).</translation>
    </message>
    <message>
        <source>Options are locked while training runs.</source>
        <translation>Во время обучения настройки закрыты.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>пауза</translation>
    </message>
    <message>
        <source>keeping the best…</source>
        <translation>сохраняется лучшая…</translation>
    </message>
</context>
<context>
    <name>GradCamControls</name>
    <message>
        <source>Layer</source>
        <translation>Слой</translation>
    </message>
    <message>
        <source>Explains</source>
        <translation>Объясняет</translation>
    </message>
    <message>
        <source>Keep what speaks against the class</source>
        <translation>Оставить то, что против класса</translation>
    </message>
    <message>
        <source>Leaves the ReLU out: negative values speak against the class (default: off).</source>
        <translation>Убирает ReLU: отрицательные значения говорят против класса (по умолчанию: выкл.).</translation>
    </message>
    <message>
        <source>Keep negative evidence</source>
        <translation>Оставить отрицательное</translation>
    </message>
    <message>
        <source>Every layer</source>
        <translation>Каждый слой</translation>
    </message>
    <message>
        <source>Shows every layer with places in the ladder; off, one for each convolution with its activation (default: off).</source>
        <translation>Показывает на лестнице каждый слой с местами; выключено — по одному на свёртку с её активацией (по умолчанию: выкл.).</translation>
    </message>
    <message>
        <source>Every layer in the ladder</source>
        <translation>Каждый слой на лестнице</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Минусы</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Лестница</translation>
    </message>
    <message>
        <source>Explains the difference between the target and this class (default: the likeliest other one).</source>
        <translation>Объясняет разницу между целью и этим классом (по умолчанию: самый вероятный из других).</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Против</translation>
    </message>
    <message>
        <source>The tensor whose channels are weighed; late layers know the classes (default: automatic, the last one with places).</source>
        <translation>Тензор, каналы которого взвешиваются; поздние слои знают классы (по умолчанию: автоматически, последний с местами).</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
</context>
<context>
    <name>GradCamLens</name>
    <message>
        <source>no gradients here</source>
        <translation>здесь нет градиентов</translation>
    </message>
    <message>
        <source>this network has no attention</source>
        <translation>в этой сети нет внимания</translation>
    </message>
    <message>
        <source>attention stays within windows or channels here</source>
        <translation>внимание здесь остаётся внутри окон или каналов</translation>
    </message>
    <message>
        <source>attention is hidden inside an operator here</source>
        <translation>внимание здесь скрыто внутри оператора</translation>
    </message>
    <message>
        <source>with negative evidence</source>
        <translation>с отрицательной частью</translation>
    </message>
    <message>
        <source>{quantity} {score}</source>
        <translation>{quantity} {score}</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Предпросмотр</translation>
    </message>
    <message>
        <source>{height} × {width}, enlarged</source>
        <translation>{height} × {width}, увеличено</translation>
    </message>
    <message>
        <source>Says little</source>
        <translation>Говорит мало</translation>
    </message>
    <message>
        <source>Says nothing</source>
        <translation>Не говорит ничего</translation>
    </message>
</context>
<context>
    <name>GradCamPanel</name>
    <message>
        <source>Makes the map by this method; Stop keeps it (Ctrl+Enter).</source>
        <translation>Строит карту этим методом; «Стоп» её оставит (Ctrl+Enter).</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>The target layer by layer, input to output. Own scale each; hatched where nothing is left.</source>
        <translation>Цель слой за слоем, от входа к выходу. У каждого своя шкала; штриховка — ничего не осталось.</translation>
    </message>
    <message>
        <source>Layer ladder</source>
        <translation>Лестница слоёв</translation>
    </message>
    <message>
        <source>The photo still shows the map of {method}. Run draws this.</source>
        <translation>На фото ещё карта метода {method}. «Запустить» нарисует эту.</translation>
    </message>
    <message>
        <source>once the gradients are there</source>
        <translation>когда будут градиенты</translation>
    </message>
    <message>
        <source>Run draws the map of this method.</source>
        <translation>«Запустить» рисует карту этого метода.</translation>
    </message>
    <message>
        <source>Gradients are being made ready; this takes a few seconds the first time.</source>
        <translation>Градиенты готовятся; в первый раз это занимает несколько секунд.</translation>
    </message>
</context>
<context>
    <name>Gradients</name>
    <message>
        <source>Loading the gradients</source>
        <translation>Загрузка градиентов</translation>
    </message>
    <message>
        <source>Checking gradients</source>
        <translation>Проверка градиентов</translation>
    </message>
    <message>
        <source>Checking gradients…</source>
        <translation>Проверка градиентов…</translation>
    </message>
    <message>
        <source>No gradients</source>
        <translation>Нет градиентов</translation>
    </message>
    <message>
        <source>Gradients not checked</source>
        <translation>Градиенты не проверены</translation>
    </message>
    <message>
        <source>Logits of the torch twin and of ONNX Runtime differ by {difference} at most, on noise and a smooth picture.</source>
        <translation>Логиты двойника в torch и ONNX Runtime расходятся не более чем на {difference}, на шуме и на гладкой картинке.</translation>
    </message>
    <message>
        <source>✓ Gradients agree to {difference}</source>
        <translation>✓ Градиенты сходятся до {difference}</translation>
    </message>
    <message>
        <source>✓ Gradients agree to {difference}, the file rounds</source>
        <translation>✓ Градиенты сходятся до {difference}, файл округляет</translation>
    </message>
    <message>
        <source>✓ Gradients agree to {difference} from {layer} on</source>
        <translation>✓ Градиенты сходятся до {difference} начиная с {layer}</translation>
    </message>
    <message>
        <source>Gradients differ</source>
        <translation>Градиенты расходятся</translation>
    </message>
    <message>
        <source>Gradients differ from {layer} on</source>
        <translation>Градиенты расходятся начиная с {layer}</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Ends the scoring; what was scored is kept.</source>
        <translation>Заканчивает оценку; оценённое остаётся.</translation>
    </message>
    <message>
        <source>Stop scoring</source>
        <translation>Остановить оценку</translation>
    </message>
    <message>
        <source>Open dataset…</source>
        <translation>Открыть набор…</translation>
    </message>
    <message>
        <source>Chooses a folder with one folder per class; nothing is changed.</source>
        <translation>Выбирает папку, в которой у каждого класса своя папка; ничего не изменяется.</translation>
    </message>
    <message>
        <source>Open another dataset</source>
        <translation>Открыть другой набор данных</translation>
    </message>
    <message>
        <source>Score again</source>
        <translation>Оценить снова</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Оценить</translation>
    </message>
    <message>
        <source>Scores all photos with the model that is open.</source>
        <translation>Оценивает все фото открытой моделью.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Scores the photos that have no scores yet.</source>
        <translation>Оценивает фото, у которых ещё нет оценок.</translation>
    </message>
    <message>
        <source>Links that lead out of the folder are left out (default); this follows them and lists the folder anew.</source>
        <translation>Ссылки, ведущие из папки наружу, пропускаются (по умолчанию); так по ним можно перейти и составить список заново.</translation>
    </message>
    <message>
        <source>Probabilities add up to 1 over these {n} classes; More ▸ Scores over shows them as the model gives them.</source>
        <translation>Вероятности складываются в 1 по этим классам ({n}); «Ещё» ▸ «Оценки по» покажет их такими, как даёт модель.</translation>
    </message>
</context>
<context>
    <name>HealthLine</name>
    <message>
        <source>{name}: {sentence}</source>
        <translation>{name}: {sentence}</translation>
    </message>
    <message>
        <source>Asks the question that has an answer.</source>
        <translation>Задаёт вопрос, на который есть ответ.</translation>
    </message>
    <message>
        <source>NetGaze made a mistake when it made this map. Details are in the log.</source>
        <translation>При построении этой карты NetGaze ошибся. Подробности в журнале.</translation>
    </message>
</context>
<context>
    <name>Heap</name>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>How to read this map</source>
        <translation>Как читать эту карту</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>What&apos;s new</source>
        <translation>Что нового</translation>
    </message>
    <message>
        <source>The page {name} is missing from this installation.</source>
        <translation>Страницы {name} нет в этой установке.</translation>
    </message>
    <message>
        <source>What ONNX Runtime wrote while CUDA was tried:</source>
        <translation>Что писал ONNX Runtime, пока пробовалась CUDA:</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Диагностика</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Trying what this machine can compute with…</source>
        <translation>Проверяется, чем может считать этот компьютер…</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>How often each value occurs</source>
        <translation>Как часто встречается каждое значение</translation>
    </message>
    <message>
        <source>How many places have a value; the counts are on a log axis.</source>
        <translation>Сколько мест имеет значение; количества — на логарифмической оси.</translation>
    </message>
</context>
<context>
    <name>HowSection</name>
    <message>
        <source>How often all training photos are gone through (default: 4).</source>
        <translation>Сколько раз проходятся все обучающие фото (по умолчанию: 4).</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Эпохи</translation>
    </message>
    <message>
        <source>How large the steps are below the head (default: 0.0003; 0.00003 where everything trains).</source>
        <translation>Насколько велики шаги под головой (по умолчанию: 0.0003; 0.00003, если обучается всё).</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Скорость обучения</translation>
    </message>
    <message>
        <source>Tries rates in a short sweep, and says which one suits.</source>
        <translation>Пробует скорости в коротком переборе и говорит, какая подходит.</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Подобрать…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Свернуть</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Как</translation>
    </message>
    <message>
        <source>Augment</source>
        <translation>Аугментация</translation>
    </message>
    <message>
        <source>flip, shift, scale</source>
        <translation>отражение, сдвиг, масштаб</translation>
    </message>
    <message>
        <source>Shows each photo a little otherwise every time: flipped, shifted by up to 30 pixels of 224, 0.9 to 1.1 times as large (default: on).</source>
        <translation>Каждый раз показывает фото чуть иначе: отражённым, сдвинутым до 30 пикселей из 224, крупнее или мельче в 0,9–1,1 раза (по умолчанию: вкл.).</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Примеры</translation>
    </message>
    <message>
        <source>Shows the photo that is open as training may see it.</source>
        <translation>Показывает открытое фото таким, каким его может увидеть обучение.</translation>
    </message>
    <message>
        <source>× {factor} in the head</source>
        <translation>× {factor} в голове</translation>
    </message>
    <message>
        <source>batch {n}</source>
        <translation>пакет {n}</translation>
    </message>
    <message>
        <source>seed {n}</source>
        <translation>зерно {n}</translation>
    </message>
</context>
<context>
    <name>ImageViewer</name>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
</context>
<context>
    <name>Judgement</name>
    <message>
        <source>Nothing was tried yet. Open a photo, or choose a folder.</source>
        <translation>Ещё ничего не испробовано. Откройте фото или выберите папку.</translation>
    </message>
    <message>
        <source>Trying the usual ways…</source>
        <translation>Пробуются обычные способы…</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>Keep {way}</source>
        <translation>Оставить {way}</translation>
    </message>
    <message>
        <source>Keeps what is used now as what holds for this model.</source>
        <translation>Запоминает для этой модели то, что используется сейчас.</translation>
    </message>
    <message>
        <source>Use {way}</source>
        <translation>Взять {way}</translation>
    </message>
    <message>
        <source>Feeds the model so from now on; it is kept for this model.</source>
        <translation>Дальше подаёт фото модели так; это запоминается для модели.</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>Suspects</source>
        <translation>Подозрения</translation>
    </message>
    <message>
        <source>Review list</source>
        <translation>Список правок</translation>
    </message>
</context>
<context>
    <name>Key</name>
    <message>
        <source>Lets the photos of the class that is pointed at stand out.</source>
        <translation>Выделяет фото класса, на который указывает мышь.</translation>
    </message>
    <message>
        <source>Classes of the chart</source>
        <translation>Классы на графике</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>Найти класс</translation>
    </message>
    <message>
        <source>every class</source>
        <translation>каждый класс</translation>
    </message>
</context>
<context>
    <name>Labelled</name>
    <message>
        <source>Dataset</source>
        <translation>Набор данных</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
</context>
<context>
    <name>Lacking</name>
    <message>
        <source>Looking at the methods</source>
        <translation>Просмотр методов</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Layer ladder</source>
        <translation>Лестница слоёв</translation>
    </message>
    <message>
        <source>The map layer by layer, input to output.</source>
        <translation>Карта слой за слоем, от входа к выходу.</translation>
    </message>
</context>
<context>
    <name>LadderOrderRow</name>
    <message>
        <source>In which order the layers stand: as the network runs, or by insertion less deletion of each map, which is measured first (default: as the network runs).</source>
        <translation>В каком порядке стоят слои: как работает сеть (по умолчанию) или по вставке минус удаление каждой карты; сначала это измеряется.</translation>
    </message>
    <message>
        <source>Input to output</source>
        <translation>От входа к выходу</translation>
    </message>
    <message>
        <source>By trust</source>
        <translation>По доверию</translation>
    </message>
    <message>
        <source>Order of the ladder</source>
        <translation>Порядок лестницы</translation>
    </message>
    <message>
        <source>Stop measuring the layers</source>
        <translation>Остановить измерение слоёв</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Language of the window (default: that of the system).</source>
        <translation>Язык окна (по умолчанию: как в системе).</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>The language changes in a new window</source>
        <translation>Язык сменится в новом окне</translation>
    </message>
    <message>
        <source>What is being computed would stop.</source>
        <translation>То, что сейчас считается, остановится.</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>Открыть сейчас</translation>
    </message>
</context>
<context>
    <name>LassoLine</name>
    <message>
        <source>Show in Photos</source>
        <translation>Показать на странице «Фото»</translation>
    </message>
    <message>
        <source>Shows the photos in the lasso alone, in the order of Photos.</source>
        <translation>Показывает только фото в лассо, в порядке страницы «Фото».</translation>
    </message>
    <message>
        <source>Mark…</source>
        <translation>Пометить…</translation>
    </message>
    <message>
        <source>Marks all photos in the lasso in your review list.</source>
        <translation>Помечает все фото в лассо в вашем списке правок.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Пометить</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Lets the photos in the lasso go.</source>
        <translation>Отпускает фото из лассо.</translation>
    </message>
    <message>
        <source>Clear the lasso</source>
        <translation>Очистить лассо</translation>
    </message>
    <message>
        <source>Drag around points to gather their photos; Shift adds.</source>
        <translation>Обведите точки мышью; Shift добавляет.</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Оставить все</translation>
    </message>
    <message>
        <source>Notes that their labels are right, in your review list.</source>
        <translation>Отмечает в списке правок, что их метки верны.</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Убрать все</translation>
    </message>
    <message>
        <source>Notes that they are to be left out; the files stay.</source>
        <translation>Отмечает, что их нужно исключить; файлы остаются.</translation>
    </message>
    <message>
        <source>Take their marks away</source>
        <translation>Снять с них пометки</translation>
    </message>
    <message>
        <source>Leaves them without a mark in your review list.</source>
        <translation>Оставляет их без пометки в списке правок.</translation>
    </message>
</context>
<context>
    <name>LayingLine</name>
    <message>
        <source>Progress of the laying out</source>
        <translation>Ход раскладки</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Ends the laying out.</source>
        <translation>Прекращает раскладку.</translation>
    </message>
    <message>
        <source>Stop laying out</source>
        <translation>Остановить раскладку</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>Разложить</translation>
    </message>
    <message>
        <source>Lays all photos out by likeness.</source>
        <translation>Раскладывает все фото по сходству.</translation>
    </message>
    <message>
        <source>t-SNE did not come to its end; PCA is shown.</source>
        <translation>t-SNE не дошла до конца; показана PCA.</translation>
    </message>
    <message>
        <source>Photos were not laid out.</source>
        <translation>Фото не разложены.</translation>
    </message>
    <message>
        <source>PCA is shown until t-SNE has laid the photos out.</source>
        <translation>Пока t-SNE не разложит фото, показана PCA.</translation>
    </message>
    <message>
        <source>Photos are being laid out by likeness.</source>
        <translation>Фото раскладываются по сходству.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Hides or shows the map, which is shown by default (O); hold O to look under it.</source>
        <translation>Скрывает или показывает карту, по умолчанию показана (O); удерживайте O, чтобы заглянуть под неё.</translation>
    </message>
    <message>
        <source>Show the map</source>
        <translation>Показать карту</translation>
    </message>
    <message>
        <source>Scale each map</source>
        <translation>Своя шкала каждой карте</translation>
    </message>
    <message>
        <source>Gives each map a scale of its own.</source>
        <translation>Даёт каждой карте собственную шкалу.</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Вид карты</translation>
    </message>
    <message>
        <source>Opens colour map, scale and opacity.</source>
        <translation>Открывает палитру, шкалу и непрозрачность.</translation>
    </message>
</context>
<context>
    <name>Lens</name>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Активации</translation>
    </message>
    <message>
        <source>Strongest channels</source>
        <translation>Сильнейшие каналы</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>До и после</translation>
    </message>
    <message>
        <source>Layer ladder</source>
        <translation>Лестница слоёв</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Second method</source>
        <translation>Второй метод</translation>
    </message>
    <message>
        <source>Occlusion map</source>
        <translation>Карта перекрытия</translation>
    </message>
    <message>
        <source>Measuring the layers</source>
        <translation>Измерение слоёв</translation>
    </message>
    <message>
        <source>Measuring the methods</source>
        <translation>Измерение методов</translation>
    </message>
    <message>
        <source>Measuring the map</source>
        <translation>Измерение карты</translation>
    </message>
</context>
<context>
    <name>Lenses</name>
    <message>
        <source>Predicted class</source>
        <translation>Предсказанный класс</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>predicted, right</source>
        <translation>предсказано, верно</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>предсказано</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>истинный класс</translation>
    </message>
    <message>
        <source>runner-up</source>
        <translation>второй</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
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
        <translation>Сине-красная</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Серый</translation>
    </message>
</context>
<context>
    <name>LookControls</name>
    <message>
        <source>Scale: this map</source>
        <translation>Шкала: эта карта</translation>
    </message>
    <message>
        <source>Scale: shared</source>
        <translation>Шкала: общая</translation>
    </message>
    <message>
        <source>Scale: each map</source>
        <translation>Шкала: у каждой</translation>
    </message>
    <message>
        <source>Scale: symmetric</source>
        <translation>Шкала: симметрия</translation>
    </message>
    <message>
        <source>Scale: fixed…</source>
        <translation>Шкала: задать…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Trying {way}</source>
        <translation>Проба: {way}</translation>
    </message>
    <message>
        <source>Esc goes back to {tab}</source>
        <translation>Esc возвращает к вкладке «{tab}»</translation>
    </message>
    <message>
        <source>Move over the photo to read its pixels</source>
        <translation>Наведите мышь на фото, чтобы читать его пиксели</translation>
    </message>
</context>
<context>
    <name>MapOptions</name>
    <message>
        <source>Stride</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>px, down × across</source>
        <translation>пикс., вниз × вправо</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Маска</translation>
    </message>
    <message>
        <source>px, height × width</source>
        <translation>пикс., высота × ширина</translation>
    </message>
    <message>
        <source>At the border</source>
        <translation>У края</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>How far the mask moves down between two places, in input pixels; a tenth of the input by default.</source>
        <translation>На сколько маска сдвигается вниз от места к месту, в пикселях входа; по умолчанию десятая часть входа.</translation>
    </message>
    <message>
        <source>How far the mask moves across between two places, in input pixels; a tenth of the input by default.</source>
        <translation>На сколько маска сдвигается вправо от места к месту, в пикселях входа; по умолчанию десятая часть входа.</translation>
    </message>
    <message>
        <source>Stride down</source>
        <translation>Шаг вниз</translation>
    </message>
    <message>
        <source>Stride across</source>
        <translation>Шаг вправо</translation>
    </message>
    <message>
        <source>Height of the mask in input pixels; a fifth of it by default.</source>
        <translation>Высота маски в пикселях входа; по умолчанию пятая его часть.</translation>
    </message>
    <message>
        <source>Width of the mask in input pixels; a fifth of it by default.</source>
        <translation>Ширина маски в пикселях входа; по умолчанию пятая его часть.</translation>
    </message>
    <message>
        <source>Mask height</source>
        <translation>Высота маски</translation>
    </message>
    <message>
        <source>Mask width</source>
        <translation>Ширина маски</translation>
    </message>
    <message>
        <source>Clip the mask, so that every place is a centre</source>
        <translation>Обрезать маску: серединой станет каждое место</translation>
    </message>
    <message>
        <source>Masks are centred on every place and cut at the border, which is the default; without it they lie wholly inside and the border has no places.</source>
        <translation>Маска ставится серединой на каждое место и обрезается у края — это по умолчанию; без обрезки она лежит внутри целиком, и у края мест нет.</translation>
    </message>
    <message>
        <source>Clip the mask at the border</source>
        <translation>Обрезать маску у края</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Places per forward pass; automatic, the default, tries which number is fastest.</source>
        <translation>Мест на прямой проход; автоматически, по умолчанию, подбирает самое быстрое число.</translation>
    </message>
</context>
<context>
    <name>MapSection</name>
    <message>
        <source>Covers one place after another and draws how much the score drops.</source>
        <translation>Закрывает место за местом и рисует, насколько падает оценка.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Детали</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>Чем закрыто</translation>
    </message>
    <message>
        <source>Side of the covering square in input pixels, a fifth of the input by default; larger squares give stronger, coarser answers.</source>
        <translation>Сторона закрывающего квадрата в пикселях входа, по умолчанию пятая часть входа; больший квадрат даёт ответ сильнее, но грубее.</translation>
    </message>
    <message>
        <source>Mask side</source>
        <translation>Сторона маски</translation>
    </message>
    <message>
        <source>How far the square moves between two places: a tenth of the input (Quick, the default), 1/28 of it (Fine), or one input pixel.</source>
        <translation>На сколько сдвигается квадрат: на десятую часть входа («Быстро», по умолчанию), на 1/28 («Тонко») или на один пиксель входа.</translation>
    </message>
    <message>
        <source>Covers all places, coarse to fine (Ctrl+Enter).</source>
        <translation>Закрывает все места, от грубого к тонкому (Ctrl+Enter).</translation>
    </message>
    <message>
        <source>Run map</source>
        <translation>Запустить карту</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Быстро</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Тонко</translation>
    </message>
    <message>
        <source>Every pixel</source>
        <translation>Каждый пиксель</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Своё</translation>
    </message>
</context>
<context>
    <name>MatchingCard</name>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Counts these photos as you said; it is remembered.</source>
        <translation>Считает эти фото так, как вы сказали; это запоминается.</translation>
    </message>
    <message>
        <source>Leave all out</source>
        <translation>Исключить все</translation>
    </message>
    <message>
        <source>Shows the photos of these folders without counting them.</source>
        <translation>Показывает фото из этих папок, но не учитывает их.</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>Confusion</source>
        <translation>Матрица ошибок</translation>
    </message>
    <message>
        <source>Predicted, in the same order</source>
        <translation>Предсказано, в том же порядке</translation>
    </message>
</context>
<context>
    <name>Memory</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Recent photos</source>
        <translation>Недавние фото</translation>
    </message>
    <message>
        <source>Recent models</source>
        <translation>Недавние модели</translation>
    </message>
    <message>
        <source>Size of saved pictures</source>
        <translation>Размер сохраняемых картинок</translation>
    </message>
    <message>
        <source>The longer side of the photo in pictures that are saved, in px (default: the photo&apos;s own size).</source>
        <translation>Длинная сторона фото на сохраняемых картинках, в пикселях (по умолчанию: размер самого фото).</translation>
    </message>
    <message>
        <source>Draws all places of a map alike opaque (default: off: strong ones more).</source>
        <translation>Рисует все места карты одинаково плотно (по умолчанию: выкл., сильные плотнее).</translation>
    </message>
    <message>
        <source>Even opacity</source>
        <translation>Ровная непрозрачность</translation>
    </message>
    <message>
        <source>Draws the numbers of a map as blocks, not smoothed (default: off).</source>
        <translation>Рисует числа карты блоками, без сглаживания (по умолчанию: выкл.).</translation>
    </message>
    <message>
        <source>Raw grid</source>
        <translation>Сетка без сглаживания</translation>
    </message>
    <message>
        <source>Shows the photo cut and resized as the network is fed, in its place (default: off).</source>
        <translation>Показывает на месте фото его же, обрезанное и сжатое, как оно подаётся в сеть (по умолчанию: выкл.).</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Что видит сеть</translation>
    </message>
    <message>
        <source>Shows the photos of the same folder below this one (default: off).</source>
        <translation>Показывает под этим фото остальные из той же папки (по умолчанию: выкл.).</translation>
    </message>
    <message>
        <source>Photo strip</source>
        <translation>Лента фото</translation>
    </message>
    <message>
        <source>Converts photos of another colour profile, as most programs show them (default: off, as networks are trained).</source>
        <translation>Преобразует фото с другим цветовым профилем, как их показывает большинство программ (по умолчанию: выкл., как при обучении сетей).</translation>
    </message>
    <message>
        <source>Convert photos to sRGB</source>
        <translation>Преобразовывать фото в sRGB</translation>
    </message>
    <message>
        <source>Classic look (jet, even)</source>
        <translation>Классический вид (jet, ровно)</translation>
    </message>
    <message>
        <source>Draws maps as most papers do: jet, all places alike opaque.</source>
        <translation>Рисует карты, как в большинстве статей: jet, все места одинаково плотно.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Colours of the window (default: those of the system).</source>
        <translation>Цвета окна (по умолчанию: как в системе).</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Копировать картинку</translation>
    </message>
    <message>
        <source>Copies the photo with its map, in the photo&apos;s own size.</source>
        <translation>Копирует фото с картой в размере самого фото.</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Копировать значение</translation>
    </message>
    <message>
        <source>Copies what the status bar says of this place.</source>
        <translation>Копирует то, что строка состояния говорит об этом месте.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Saves numbers and pictures into a new folder.</source>
        <translation>Сохраняет числа и картинки в новую папку.</translation>
    </message>
    <message>
        <source>Save picture as…</source>
        <translation>Сохранить картинку как…</translation>
    </message>
    <message>
        <source>Saves what is shown, with its words, as one PNG.</source>
        <translation>Сохраняет то, что показано, вместе с подписями в один PNG.</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Сбросить вид</translation>
    </message>
    <message>
        <source>Shows all of the photo, as large as there is room.</source>
        <translation>Показывает фото целиком, насколько хватает места.</translation>
    </message>
    <message>
        <source>The photo&apos;s own size</source>
        <translation>Размер самого фото</translation>
    </message>
    <message>
        <source>{side} px, the longer side</source>
        <translation>{side} пикс. по длинной стороне</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Runs networks on an NVIDIA graphics card where that works, else on the processor (default).</source>
        <translation>Считает сети на видеокарте NVIDIA, если она работает, иначе на процессоре (по умолчанию).</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Runs networks on the processor alone.</source>
        <translation>Считает сети только на процессоре.</translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>Runs networks on an NVIDIA graphics card, and says so where that does not work.</source>
        <translation>Считает сети на видеокарте NVIDIA и говорит, если это не удаётся.</translation>
    </message>
    <message>
        <source>CUDA, many inputs in TF32</source>
        <translation>CUDA, много входов в TF32</translation>
    </message>
    <message>
        <source>Computes maps of covered places with 10 bits of each number: faster. How far they are off is measured and said.</source>
        <translation>Считает карты закрытых мест с 10 битами каждого числа: быстрее. Насколько они неточны, измеряется и говорится.</translation>
    </message>
    <message>
        <source>CUDA, many inputs in float16</source>
        <translation>CUDA, много входов во float16</translation>
    </message>
    <message>
        <source>Computes maps of covered places in float16: faster still, in half the memory. How far they are off is measured and said.</source>
        <translation>Считает карты закрытых мест во float16: ещё быстрее и вдвое меньше памяти. Насколько они неточны, измеряется и говорится.</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>{action} and go on.</source>
        <translation>{action} и продолжить.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Shows the facts for a report.</source>
        <translation>Показывает данные для сообщения об ошибке.</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Закрыть сообщение</translation>
    </message>
    <message>
        <source>Closes this message.</source>
        <translation>Закрывает это сообщение.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Копировать подробности</translation>
    </message>
    <message>
        <source>Puts the details on the clipboard.</source>
        <translation>Кладёт подробности в буфер обмена.</translation>
    </message>
</context>
<context>
    <name>MethodChoice</name>
    <message>
        <source>Weighs the maps of a layer</source>
        <translation>Взвешивают карты слоя</translation>
    </message>
    <message>
        <source>Follows the gradient to the pixels</source>
        <translation>Ведут градиент до пикселей</translation>
    </message>
    <message>
        <source>Covers and watches, no gradients</source>
        <translation>Закрывают и смотрят, без градиентов</translation>
    </message>
    <message>
        <source>Transformers only</source>
        <translation>Только для трансформеров</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Выборки</translation>
    </message>
    <message>
        <source>Noisy copies of the photo (default: 25).</source>
        <translation>Зашумлённые копии фото (по умолчанию: 25).</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Маски</translation>
    </message>
    <message>
        <source>Random grids, a pass each (default: 4,000).</source>
        <translation>Случайные сетки, по проходу на каждую (по умолчанию: 4000).</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>Квадраты</translation>
    </message>
    <message>
        <source>Squares that are covered (default: 7 × 7).</source>
        <translation>Закрываемые квадраты (по умолчанию: 7 × 7).</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Чёрный</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Серый</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Размытие</translation>
    </message>
    <message>
        <source>The blank photo to begin at (default: black).</source>
        <translation>Пустое фото, с которого начать (по умолчанию: чёрное).</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Среднее</translation>
    </message>
    <message>
        <source>Strongest</source>
        <translation>Сильнейшая</translation>
    </message>
    <message>
        <source>What stands for a block&apos;s heads (default: mean).</source>
        <translation>Как сводятся головы блока (по умолчанию: среднее).</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Головы</translation>
    </message>
    <message>
        <source>How the map is made (default: Grad-CAM).</source>
        <translation>Как строится карта (по умолчанию: Grad-CAM).</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>сразу</translation>
    </message>
</context>
<context>
    <name>MethodList</name>
    <message>
        <source>mean gradient × feature map</source>
        <translation>средний градиент × карта признаков</translation>
    </message>
    <message>
        <source>gradient × feature map, place by place</source>
        <translation>градиент × карта признаков, место за местом</translation>
    </message>
    <message>
        <source>the same, rising gradients only</source>
        <translation>то же, но только растущие градиенты</translation>
    </message>
    <message>
        <source>shows the photo through each map</source>
        <translation>показывает фото через каждую карту</translation>
    </message>
    <message>
        <source>adds it up from a blank photo to this one</source>
        <translation>складывает его от пустого фото к этому</translation>
    </message>
    <message>
        <source>averages it over noisy copies</source>
        <translation>усредняет его по зашумлённым копиям</translation>
    </message>
    <message>
        <source>4,000 random grids</source>
        <translation>4000 случайных сеток</translation>
    </message>
    <message>
        <source>2,048 patterns of 49 squares, one fit</source>
        <translation>2048 узоров из 49 квадратов, одна прямая</translation>
    </message>
    <message>
        <source>covers one place after another</source>
        <translation>закрывает место за местом</translation>
    </message>
    <message>
        <source>follows attention, of no class</source>
        <translation>прослеживает внимание, без класса</translation>
    </message>
    <message>
        <source>attention where it raises the score</source>
        <translation>внимание там, где оно повышает оценку</translation>
    </message>
</context>
<context>
    <name>MethodOrderTable</name>
    <message>
        <source>Order the methods by trust</source>
        <translation>Упорядочить методы по доверию</translation>
    </message>
    <message>
        <source>Makes the map of every method, RISE with 1,000 masks, LIME with 500 samples and SmoothGrad with 10, and measures each by insertion less deletion. One that would take over 2 minutes is left out, and said.</source>
        <translation>Строит карту каждым методом — RISE с 1000 масок, LIME с 500 выборками, SmoothGrad с 10 — и измеряет каждую: вставка минус удаление. Метод, которому нужно больше 2 минут, пропускается, и об этом говорится.</translation>
    </message>
    <message>
        <source>Stop measuring the methods</source>
        <translation>Остановить измерение методов</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation>Вставка</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>Удаление</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Разность</translation>
    </message>
    <message>
        <source>Area under the curve of insertion less that of deletion: the larger, the more the map can be trusted. A click on a heading sorts by it, a click on a method puts its map beside.</source>
        <translation>Площадь под кривой вставки минус площадь под кривой удаления: чем больше, тем больше карте можно верить. Щелчок по заголовку сортирует, щелчок по методу ставит рядом его карту.</translation>
    </message>
    <message>
        <source>Methods by trust</source>
        <translation>Методы по доверию</translation>
    </message>
</context>
<context>
    <name>MethodSettings</name>
    <message>
        <source>The strongest so many are shown, a pass each (default: all).</source>
        <translation>Показываются столько самых сильных, по проходу на каждый (по умолчанию: все).</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Каналы</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Covers the rest (default: black).</source>
        <translation>Закрывает остальное (по умолчанию: чёрное).</translation>
    </message>
    <message>
        <source>At how many points of the way the gradient is taken (default: 50).</source>
        <translation>В скольких точках пути берётся градиент (по умолчанию: 50).</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Summed</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation>Величина</translation>
    </message>
    <message>
        <source>How the colours of a pixel become one number (default: summed).</source>
        <translation>Как цвета пикселя становятся одним числом (по умолчанию: сумма).</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Standard deviation of the noise, of the input&apos;s range (default: 15 %).</source>
        <translation>Стандартное отклонение шума, от размаха входа (по умолчанию: 15 %).</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Шум</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Градиент</translation>
    </message>
    <message>
        <source>Integrated</source>
        <translation>Интегрированный</translation>
    </message>
    <message>
        <source>What is averaged: the gradient or integrated gradients (default: gradient).</source>
        <translation>Что усредняется: градиент или интегрированные градиенты (по умолчанию: градиент).</translation>
    </message>
    <message>
        <source>Averages</source>
        <translation>Усредняет</translation>
    </message>
    <message>
        <source>Cells of a grid, down and across (default: 8).</source>
        <translation>Ячейки сетки, вниз и вправо (по умолчанию: 8).</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Сетка</translation>
    </message>
    <message>
        <source>The share of cells that is kept (default: 50 %).</source>
        <translation>Доля ячеек, которые остаются (по умолчанию: 50 %).</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Остаётся</translation>
    </message>
    <message>
        <source>Covers the rest (default: grey).</source>
        <translation>Закрывает остальное (по умолчанию: серое).</translation>
    </message>
    <message>
        <source>Places near the border are seen less often; this makes up for it (default: off).</source>
        <translation>Места у края видны реже; это возмещает (по умолчанию: выкл.).</translation>
    </message>
    <message>
        <source>Divide by how often a place was seen</source>
        <translation>Делить на то, как часто место было видно</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Охват</translation>
    </message>
    <message>
        <source>Patterns, a pass each (default: 2,048).</source>
        <translation>Узоры, по проходу на каждый (по умолчанию: 2048).</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Выборки</translation>
    </message>
    <message>
        <source>The first block that is followed, from 0 on (default: 0).</source>
        <translation>Первый блок, который прослеживается, считая от 0 (по умолчанию: 0).</translation>
    </message>
    <message>
        <source>From block</source>
        <translation>С блока</translation>
    </message>
    <message>
        <source>Covered with</source>
        <translation>Чем закрыто</translation>
    </message>
    <message>
        <source>Of what is drawn by chance (default: 0).</source>
        <translation>Зерно всего случайного (по умолчанию: 0).</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Зерно</translation>
    </message>
</context>
<context>
    <name>MetricsColumn</name>
    <message>
        <source>counts</source>
        <translation>количества</translation>
    </message>
    <message>
        <source>of the true</source>
        <translation>от истинных</translation>
    </message>
    <message>
        <source>of the predicted</source>
        <translation>от предсказанных</translation>
    </message>
    <message>
        <source>What the cells say: counts, or shares of a row or of a column (default: counts).</source>
        <translation>Что стоит в ячейках: количества или доли строки или столбца (по умолчанию: количества).</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Ячейки</translation>
    </message>
    <message>
        <source>Click a cell to see its photos.</source>
        <translation>Щёлкните ячейку, чтобы увидеть её фото.</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Матрица ошибок</translation>
    </message>
    <message>
        <source>accuracy ({interval})</source>
        <translation>доля верных ({interval})</translation>
    </message>
    <message>
        <source>top five {share} %</source>
        <translation>топ-5 {share} %</translation>
    </message>
    <message>
        <source>calibration error {error}</source>
        <translation>ошибка калибровки {error}</translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation>{name} ({count})</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>ещё {n}</translation>
    </message>
    <message>
        <source>Few photos, below three quarters of the median: {names}.</source>
        <translation>Мало фото, меньше трёх четвертей медианы: {names}.</translation>
    </message>
</context>
<context>
    <name>MetricsLine</name>
    <message>
        <source>Confusion</source>
        <translation>Матрица ошибок</translation>
    </message>
    <message>
        <source>Shows what is taken for what, in place of the photos.</source>
        <translation>Показывает вместо фото, что за что принимается.</translation>
    </message>
    <message>
        <source>accuracy ({interval})</source>
        <translation>доля верных ({interval})</translation>
    </message>
    <message>
        <source>most often: {true} taken for {other}, {count}</source>
        <translation>чаще всего: {true} принято за {other}, {count}</translation>
    </message>
</context>
<context>
    <name>MistakeList</name>
    <message>
        <source>The commonest mistakes; a click shows their photos.</source>
        <translation>Самые частые ошибки; щелчок показывает их фото.</translation>
    </message>
    <message>
        <source>Commonest mistakes</source>
        <translation>Самые частые ошибки</translation>
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
        <translation>Оптимизатор</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Пакет</translation>
    </message>
    <message>
        <source>Head factor</source>
        <translation>Голова, ×</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Затухание весов</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Баланс</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Разбиение</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Зерно</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>BatchNorm</translation>
    </message>
    <message>
        <source>Review list</source>
        <translation>Список правок</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>How weights are changed (default: SGD with a momentum of 0.9).</source>
        <translation>Как меняются веса (по умолчанию: SGD с импульсом 0,9).</translation>
    </message>
    <message>
        <source>How the learning rate goes on (default: constant).</source>
        <translation>Как идёт скорость обучения (по умолчанию: постоянная).</translation>
    </message>
    <message>
        <source>What is done for classes with few photos (default: none).</source>
        <translation>Что делается для классов, у которых мало фото (по умолчанию: ничего).</translation>
    </message>
    <message>
        <source>Photos of a step (default: 10).</source>
        <translation>Фото на шаг (по умолчанию: 10).</translation>
    </message>
    <message>
        <source>Of the split, the head, the order and the augmentation: the same seed gives the same model (default: 0).</source>
        <translation>Для разбиения, головы, порядка и аугментации: то же зерно даёт ту же модель (по умолчанию: 0).</translation>
    </message>
    <message>
        <source>How much larger steps are in the new head (default: 10).</source>
        <translation>Во сколько раз больше шаги в новой голове (по умолчанию: 10).</translation>
    </message>
    <message>
        <source>Pulls weights and biases towards 0, L2 (default: 0.0001).</source>
        <translation>Тянет веса и смещения к 0, L2 (по умолчанию: 0.0001).</translation>
    </message>
    <message>
        <source>the dataset&apos;s own, or 60, 20, 20</source>
        <translation>своё, иначе 60, 20, 20</translation>
    </message>
    <message>
        <source>Shares of training, validation and test photos (default: the dataset&apos;s own parts; without any 60, 20, 20).</source>
        <translation>Доли фото для обучения, валидации и теста (по умолчанию: части самого набора; без них 60, 20, 20).</translation>
    </message>
    <message>
        <source>learns its statistics</source>
        <translation>учит свою статистику</translation>
    </message>
    <message>
        <source>Lets batch norm learn the statistics of these photos; off, it keeps those of the file (default: off).</source>
        <translation>Пакетная нормализация учит статистику этих фото; выключено — остаётся та, что в файле (по умолчанию: выкл.).</translation>
    </message>
    <message>
        <source>train with it</source>
        <translation>учитывать</translation>
    </message>
    <message>
        <source>Leaves photos out, relabels or crops them as marked in Ranking (default: on).</source>
        <translation>Исключает, переименовывает или обрезает фото по пометкам из «Ранжирования» (по умолчанию: вкл.).</translation>
    </message>
    <message>
        <source>as 32-bit floats</source>
        <translation>как 32-битные числа</translation>
    </message>
    <message>
        <source>Writes a model of 16-bit floats with 32-bit ones; off, it stays as it was (default: off).</source>
        <translation>Записывает 16-битную модель 32-битной; выключено — остаётся как была (по умолчанию: выкл.).</translation>
    </message>
    <message>
        <source>Save as 32-bit floats</source>
        <translation>Сохранить 32-битной</translation>
    </message>
    <message>
        <source>Chooses where the new model is to stand.</source>
        <translation>Выбирает, где будет новая модель.</translation>
    </message>
    <message>
        <source>Three numbers are wanted, as in 60, 20, 20.</source>
        <translation>Нужны три числа, например 60, 20, 20.</translation>
    </message>
</context>
<context>
    <name>NamingSection</name>
    <message>
        <source>Choose file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>Reads the classes&apos; names from a file; one may also be dropped on the window.</source>
        <translation>Читает имена классов из файла; его можно и перетащить на окно.</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>Имена классов</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Имена</translation>
    </message>
    <message>
        <source>{names} for {scores} scores, {source}.</source>
        <translation>{names}, оценок {scores}: {source}.</translation>
    </message>
    <message>
        <source>Gives the names to the scores in the order that fits better.</source>
        <translation>Раздаёт имена оценкам в порядке, который подходит лучше.</translation>
    </message>
    <message>
        <source>Move them</source>
        <translation>Переставить</translation>
    </message>
    <message>
        <source>Takes the names with this change, and keeps them for the model.</source>
        <translation>Берёт имена с этим изменением и запоминает их для модели.</translation>
    </message>
    <message>
        <source>Use them so</source>
        <translation>Взять так</translation>
    </message>
</context>
<context>
    <name>Neighbouring</name>
    <message>
        <source>Neighbours</source>
        <translation>Соседи</translation>
    </message>
    <message>
        <source>Similar photos</source>
        <translation>Похожие фото</translation>
    </message>
</context>
<context>
    <name>NeighboursPage</name>
    <message>
        <source>Thumbnails</source>
        <translation>Миниатюры</translation>
    </message>
    <message>
        <source>How photos are laid out: t-SNE keeps near what is near; PCA shows the two directions in which they differ most. t-SNE needs scikit-learn.</source>
        <translation>Как раскладываются фото: t-SNE держит рядом близкое, PCA показывает два направления, в которых они различаются сильнее всего. Для t-SNE нужен scikit-learn.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Раскладка</translation>
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
        <translation>Что говорят цвета: истинный класс или предсказанный.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Истинный класс</translation>
    </message>
    <message>
        <source>Predicted class</source>
        <translation>Предсказанный класс</translation>
    </message>
    <message>
        <source>Only mistakes</source>
        <translation>Только ошибки</translation>
    </message>
    <message>
        <source>Hides photos that are predicted right (default: off).</source>
        <translation>Скрывает фото, предсказанные верно (по умолчанию: выкл.).</translation>
    </message>
    <message>
        <source>About how many neighbours a photo has in t-SNE (default: 30).</source>
        <translation>Сколько примерно соседей у фото в t-SNE (по умолчанию: 30).</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>Перплексия</translation>
    </message>
    <message>
        <source>Another seed draws another layout, as true (default: 0).</source>
        <translation>Другое зерно даёт другую раскладку, не менее верную (по умолчанию: 0).</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Зерно</translation>
    </message>
    <message>
        <source>t-SNE of the {n} pooled features, perplexity {perplexity}, seed {seed}.</source>
        <translation>t-SNE по {n} усреднённым признакам, перплексия {perplexity}, зерно {seed}.</translation>
    </message>
    <message>
        <source>Alike to the network means close here; gaps between groups mean nothing.</source>
        <translation>Рядом лежит похожее для сети; промежутки между группами ничего не значат.</translation>
    </message>
    <message>
        <source>The first two principal components of {n} features.</source>
        <translation>Первые две главные компоненты по {n} признакам.</translation>
    </message>
    <message>
        <source>Alike to the network means close here, not the reverse.</source>
        <translation>Похожее для сети лежит рядом, обратное неверно.</translation>
    </message>
    <message>
        <source>{drawn} of {total} drawn.</source>
        <translation>Нарисовано {drawn} из {total}.</translation>
    </message>
    <message>
        <source>Alike to the network</source>
        <translation>Похожее для сети</translation>
    </message>
</context>
<context>
    <name>NetGraph</name>
    <message>
        <source>Drawn network</source>
        <translation>Схема сети</translation>
    </message>
    <message>
        <source>Scroll to zoom, drag to move; click a box to choose its layer.</source>
        <translation>Колесо меняет масштаб, мышь сдвигает; щелчок по блоку выбирает его слой.</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>{amount} multiply-adds</source>
        <translation>{amount} MAC</translation>
    </message>
    <message>
        <source>{amount} activations</source>
        <translation>{amount} активаций</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>от {low} до {high}</translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation>среднее {value}</translation>
    </message>
    <message>
        <source>{share} zeros</source>
        <translation>{share} нулей</translation>
    </message>
    <message>
        <source>{n} G</source>
        <translation>{n} млрд</translation>
    </message>
    <message>
        <source>{n} M</source>
        <translation>{n} млн</translation>
    </message>
    <message>
        <source>{n} k</source>
        <translation>{n} тыс.</translation>
    </message>
    <message>
        <source>{n} GB</source>
        <translation>{n} ГБ</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} МБ</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} кБ</translation>
    </message>
    <message>
        <source>{n} B</source>
        <translation>{n} Б</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Click to see every node of these blocks.</source>
        <translation>Щёлкните, чтобы увидеть каждый узел этих блоков.</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>край</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Drawing the network</source>
        <translation>Рисуется сеть</translation>
    </message>
    <message>
        <source>Reading weights</source>
        <translation>Чтение весов</translation>
    </message>
    <message>
        <source>Listing the strongest</source>
        <translation>Поиск сильнейших</translation>
    </message>
</context>
<context>
    <name>NetworkSection</name>
    <message>
        <source>Find a node</source>
        <translation>Найти узел</translation>
    </message>
    <message>
        <source>Leaves the rows with these letters in name, operator or shape.</source>
        <translation>Оставляет строки, в имени, операторе или форме которых есть эти буквы.</translation>
    </message>
    <message>
        <source>Chosen node</source>
        <translation>Выбранный узел</translation>
    </message>
    <message>
        <source>Shows the chosen node in the drawing, in a readable size.</source>
        <translation>Показывает выбранный узел на схеме в читаемом размере.</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>Вся сеть</translation>
    </message>
    <message>
        <source>Shows all of the drawing.</source>
        <translation>Показывает схему целиком.</translation>
    </message>
</context>
<context>
    <name>NodeCard</name>
    <message>
        <source>Previous weight</source>
        <translation>Предыдущий вес</translation>
    </message>
    <message>
        <source>Goes one weight back.</source>
        <translation>На вес назад.</translation>
    </message>
    <message>
        <source>Next weight</source>
        <translation>Следующий вес</translation>
    </message>
    <message>
        <source>Goes one weight on.</source>
        <translation>На вес вперёд.</translation>
    </message>
    <message>
        <source>How many weights have a value; the counts are on a log axis.</source>
        <translation>Сколько весов имеет значение; количества — на логарифмической оси.</translation>
    </message>
    <message>
        <source>No node is chosen</source>
        <translation>Узел не выбран</translation>
    </message>
    <message>
        <source>Click a row, or a box of the drawing.</source>
        <translation>Щёлкните строку или блок схемы.</translation>
    </message>
    <message>
        <source>This node has no weights.</source>
        <translation>У этого узла нет весов.</translation>
    </message>
</context>
<context>
    <name>NodeModel</name>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Оператор</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Strongest</source>
        <translation>Сильнейший</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Атрибуты</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>The node&apos;s name, shortened; the tooltip has the full one.</source>
        <translation>Имя узла, сокращённое; полное — в подсказке.</translation>
    </message>
    <message>
        <source>The ONNX operator.</source>
        <translation>Оператор ONNX.</translation>
    </message>
    <message>
        <source>Shape of what it gives for one photo.</source>
        <translation>Форма того, что он даёт для одного фото.</translation>
    </message>
    <message>
        <source>The channel that holds its maximum, and the maximum.</source>
        <translation>Канал, где лежит его максимум, и сам максимум.</translation>
    </message>
    <message>
        <source>How it computes: kernel, stride, pads, groups and the like.</source>
        <translation>Как он считает: ядро, шаг, дополнение, группы и тому подобное.</translation>
    </message>
    <message>
        <source>Weights that it is the first to use.</source>
        <translation>Веса, которые он использует первым.</translation>
    </message>
    <message>
        <source>Multiplications with an addition, for one photo.</source>
        <translation>Умножения со сложением (MAC) для одного фото.</translation>
    </message>
    <message>
        <source>Bytes of what it gives.</source>
        <translation>Сколько байт занимает то, что он даёт.</translation>
    </message>
</context>
<context>
    <name>NodeTable</name>
    <message>
        <source>Nodes of the network</source>
        <translation>Узлы сети</translation>
    </message>
    <message>
        <source>Click a head to sort, a row to look at its channels.</source>
        <translation>Щелчок по заголовку сортирует, по строке — показывает её каналы.</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>A whole number from {low} to {high} is wanted.</source>
        <translation>Нужно целое число от {low} до {high}.</translation>
    </message>
    <message>
        <source>{number} is outside of {low} to {high}.</source>
        <translation>{number} вне пределов от {low} до {high}.</translation>
    </message>
</context>
<context>
    <name>NumberSlider</name>
    <message>
        <source>{name}, number</source>
        <translation>{name}, число</translation>
    </message>
    <message>
        <source> px</source>
        <translation> пикс.</translation>
    </message>
</context>
<context>
    <name>Occlusion</name>
    <message>
        <source>Occlusion</source>
        <translation>Перекрытие</translation>
    </message>
    <message>
        <source>mask {height} × {width}, stride {stride}</source>
        <translation>маска {height} × {width}, шаг {stride}</translation>
    </message>
    <message>
        <source>From other options</source>
        <translation>При других настройках</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Точно</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Предпросмотр</translation>
    </message>
    <message>
        <source>Stopped at {done} of {total}</source>
        <translation>Остановлено на {done} из {total}</translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation>предсказанный класс</translation>
    </message>
    <message>
        <source>drop in {quantity}</source>
        <translation>падение: {quantity}</translation>
    </message>
    <message>
        <source>remaining {quantity}</source>
        <translation>остаток: {quantity}</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Рисование</translation>
    </message>
</context>
<context>
    <name>OcclusionPanel</name>
    <message>
        <source>Open a model to see its scores.</source>
        <translation>Откройте модель, чтобы увидеть её оценки.</translation>
    </message>
    <message>
        <source>Open a photo first.</source>
        <translation>Сначала откройте фото.</translation>
    </message>
</context>
<context>
    <name>OcclusionSaving</name>
    <message>
        <source>patch</source>
        <translation>заплатка</translation>
    </message>
</context>
<context>
    <name>OpenedNetwork</name>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>NetGaze opens ONNX models and photos, not {names}.</source>
        <translation>NetGaze открывает модели ONNX и фото, но не {names}.</translation>
    </message>
    <message>
        <source>This file cannot be opened</source>
        <translation>Этот файл не открыть</translation>
    </message>
    <message>
        <source>You last looked at {photo} through {model}.</source>
        <translation>В прошлый раз вы смотрели {photo} через {model}.</translation>
    </message>
    <message>
        <source>Go on where you stopped</source>
        <translation>Продолжить с того же места</translation>
    </message>
    <message>
        <source>Open both</source>
        <translation>Открыть оба</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Открыть фото</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Открыть модель</translation>
    </message>
    <message>
        <source>Compare with model</source>
        <translation>Сравнить с моделью</translation>
    </message>
    <message>
        <source>Open dataset</source>
        <translation>Открыть набор данных</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>Имена классов</translation>
    </message>
    <message>
        <source>Toy food (demo)</source>
        <translation>Игрушечная еда (демо)</translation>
    </message>
    <message>
        <source>Demo photos</source>
        <translation>Фото демо</translation>
    </message>
    <message>
        <source>Open a model to see its scores.</source>
        <translation>Откройте модель, чтобы увидеть её оценки.</translation>
    </message>
    <message>
        <source>Preprocessing was guessed: {reason}. Click to check.</source>
        <translation>Предобработка угадана: {reason}. Щёлкните, чтобы проверить.</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} пикс.</translation>
    </message>
    <message>
        <source>{problem} {name} stays open.</source>
        <translation>{problem} {name} остаётся открытым.</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Открыть другое…</translation>
    </message>
    <message>
        <source>Say its axes…</source>
        <translation>Указать оси…</translation>
    </message>
    <message>
        <source>{profile}, read as sRGB</source>
        <translation>{profile}, прочитано как sRGB</translation>
    </message>
    <message>
        <source>converted from {profile}</source>
        <translation>преобразовано из {profile}</translation>
    </message>
    <message>
        <source>one at a time</source>
        <translation>по одному</translation>
    </message>
    <message>
        <source>This model&apos;s answer to an input depends on what else is in its batch, so each input has a forward pass of its own. Maps take longer.</source>
        <translation>Ответ этой модели на вход зависит от того, что ещё есть в пакете, поэтому каждому входу — свой прямой проход. Карты строятся дольше.</translation>
    </message>
    <message>
        <source>not repeatable</source>
        <translation>неповторимо</translation>
    </message>
    <message>
        <source>This model gives another answer each time it sees the same input. Small differences in a map may be chance.</source>
        <translation>На один и тот же вход эта модель каждый раз отвечает иначе. Малые различия в карте могут быть случайны.</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>как записано</translation>
    </message>
    <message>
        <source>ONNX Runtime&apos;s optimiser changes the answers of this model, so it is run node by node, as the file says. Passes take longer.</source>
        <translation>Оптимизатор ONNX Runtime меняет ответы этой модели, поэтому она считается узел за узлом, как в файле. Проходы длятся дольше.</translation>
    </message>
    <message>
        <source>RGBA, opaque</source>
        <translation>RGBA, непрозрачно</translation>
    </message>
    <message>
        <source>This model takes four channels. It is fed RGBA, all opaque: a photo&apos;s own transparency was laid over a ground.</source>
        <translation>Эта модель берёт четыре канала. Ей даётся RGBA, всё непрозрачно: прозрачность фото наложена на фон.</translation>
    </message>
    <message>
        <source>in float32</source>
        <translation>во float32</translation>
    </message>
    <message>
        <source>This model computes in bfloat16. Here it computes in float32, which is more exact.</source>
        <translation>Эта модель считает в bfloat16. Здесь она считает во float32, что точнее.</translation>
    </message>
    <message>
        <source>several outputs</source>
        <translation>несколько выходов</translation>
    </message>
    <message>
        <source>“{output}” is read; {others} could hold the classes, too. Click to choose.</source>
        <translation>Читается «{output}»; классы могут быть и здесь: {others}. Щёлкните, чтобы выбрать.</translation>
    </message>
    <message>
        <source>Nobody says what the model is given beside the photo: {inputs}. Click to say it.</source>
        <translation>Не сказано, что модель получает кроме фото: {inputs}. Щёлкните, чтобы указать.</translation>
    </message>
    <message>
        <source>as you chose</source>
        <translation>по вашему выбору</translation>
    </message>
    <message>
        <source>from the file</source>
        <translation>из файла</translation>
    </message>
    <message>
        <source>sidecar</source>
        <translation>файл рядом</translation>
    </message>
    <message>
        <source>crop {side}</source>
        <translation>обрезка {side}</translation>
    </message>
    <message>
        <source>squash {side}</source>
        <translation>сжатие {side}</translation>
    </message>
    <message>
        <source>letterbox {side}</source>
        <translation>поля {side}</translation>
    </message>
</context>
<context>
    <name>OrderControls</name>
    <message>
        <source>Rank by</source>
        <translation>Критерий</translation>
    </message>
    <message>
        <source>The number that photos are ranked by: the score of a class, the loss or margin of the true one, the largest score, the doubt, or a channel of a layer (default: score).</source>
        <translation>Число, по которому упорядочены фото: оценка класса, потери или отступ истинного, наибольшая оценка, сомнение или канал слоя (по умолчанию: оценка).</translation>
    </message>
    <message>
        <source>Whose score counts: a class&apos;s, or each photo&apos;s own true class&apos;s (default: its own).</source>
        <translation>Чья оценка важна: одного класса или истинного класса каждого фото (по умолчанию: своего).</translation>
    </message>
    <message>
        <source>Score of</source>
        <translation>Чья оценка</translation>
    </message>
    <message>
        <source>its own class</source>
        <translation>своего класса</translation>
    </message>
    <message>
        <source>largest first</source>
        <translation>сначала большие</translation>
    </message>
    <message>
        <source>smallest first</source>
        <translation>сначала малые</translation>
    </message>
    <message>
        <source>Which end of the ranking comes first (default: the largest).</source>
        <translation>С какого конца идёт порядок (по умолчанию: с наибольшего).</translation>
    </message>
    <message>
        <source>Which come first</source>
        <translation>Что сначала</translation>
    </message>
    <message>
        <source>The layer whose channel counts (default: the last with places).</source>
        <translation>Слой, канал которого важен (по умолчанию: последний с местами).</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Слой</translation>
    </message>
    <message>
        <source>The channel of the layer, counted from 0 (default: 0).</source>
        <translation>Канал слоя, считая от 0 (по умолчанию: 0).</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>What of the channel&apos;s map counts: its largest value, or its mean (default: the maximum).</source>
        <translation>Что берётся от карты канала: наибольшее значение или среднее (по умолчанию: максимум).</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>максимум</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>среднее</translation>
    </message>
    <message>
        <source>Of its map</source>
        <translation>Что берётся от карты</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>вероятность</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>логит</translation>
    </message>
    <message>
        <source>What is read of the class: its probability from 0 to 1, or its logit (default: probability).</source>
        <translation>Что читается у класса: вероятность от 0 до 1 или логит (по умолчанию: вероятность).</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Величина</translation>
    </message>
    <message>
        <source>Over which classes probabilities add up to 1: those of the dataset, or all that the model knows.</source>
        <translation>По каким классам вероятности складываются в 1: по классам набора или по всем, что знает модель.</translation>
    </message>
    <message>
        <source>Scores over</source>
        <translation>Оценки по</translation>
    </message>
    <message>
        <source>Nine at random</source>
        <translation>Девять случайных</translation>
    </message>
    <message>
        <source>Shows nine of these photos by chance; again: nine others.</source>
        <translation>Показывает девять из этих фото наугад; ещё раз — девять других.</translation>
    </message>
</context>
<context>
    <name>OwnNumbers</name>
    <message>
        <source>The order of the colours in the network&apos;s input (default: RGB).</source>
        <translation>Порядок цветов на входе сети (по умолчанию: RGB).</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Каналы</translation>
    </message>
    <message>
        <source>Factor on pixel values from 0 to 255; 1/255 may be written so (default: 1/255).</source>
        <translation>Множитель значений пикселей от 0 до 255; можно написать 1/255 (по умолчанию: 1/255).</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Множитель</translation>
    </message>
    <message>
        <source>Taken away after scaling: one number, or one for each channel (default: that of the guess).</source>
        <translation>Вычитается после умножения: одно число или по числу на канал (по умолчанию: как угадано).</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Среднее</translation>
    </message>
    <message>
        <source>Divided by at the end: one number, or one for each channel (default: that of the guess).</source>
        <translation>На это делится в конце: одно число или по числу на канал (по умолчанию: как угадано).</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Отклонение</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Серый</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no number. Write one such as 0.5, or one for each channel with blanks between them.</source>
        <translation>«{text}» — не число. Напишите, например, 0.5 или по числу на канал через пробел.</translation>
    </message>
</context>
<context>
    <name>PageChoice</name>
    <message>
        <source>Photos</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>Suspects</source>
        <translation>Подозрения</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Соседи</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Опора</translation>
    </message>
    <message>
        <source>Which photos in which order, how each class fares, which labels are doubtful, what is alike to the network, and where it looks.</source>
        <translation>Какие фото в каком порядке, как дела у каждого класса, какие метки сомнительны, что похоже для сети и куда она смотрит.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Part of the photos: of their own split, or 60, 20, 20 % of each class (default: all photos).</source>
        <translation>Часть фото: по разбиению самого набора или 60, 20, 20 % каждого класса (по умолчанию: все фото).</translation>
    </message>
    <message>
        <source>Part of the split</source>
        <translation>Часть разбиения</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Соседи</translation>
    </message>
    <message>
        <source>The models have not been compared yet.</source>
        <translation>Модели ещё не сравнивались.</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Preprocessing</source>
        <translation>Предобработка</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Активации</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Дообучение</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>Перекрытие</translation>
    </message>
    <message>
        <source>Stopped. Choose this tab again to go on.</source>
        <translation>Остановлено. Выберите эту вкладку снова, чтобы продолжить.</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Ранжирование</translation>
    </message>
</context>
<context>
    <name>PhotoField</name>
    <message>
        <source>Photos in order</source>
        <translation>Фото по порядку</translation>
    </message>
    <message>
        <source>The arrow keys walk the photos; Enter opens one in its tab.</source>
        <translation>Стрелки листают фото; Enter открывает фото в его вкладке.</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Click a photo to look at it; the arrow keys do the same.</source>
        <translation>Щёлкните фото, чтобы смотреть на него; стрелки делают то же.</translation>
    </message>
    <message>
        <source>Photos of this folder</source>
        <translation>Фото этой папки</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>No photo fits these filters.</source>
        <translation>Ни одно фото не подходит под эти фильтры.</translation>
    </message>
    <message>
        <source>true: {name}</source>
        <translation>истина: {name}</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Covered with the blurred photo: {score}</source>
        <translation>Закрыто размытым фото: {score}</translation>
    </message>
    <message>
        <source>Covered with {color} (R, G, B): {score}</source>
        <translation>Закрыто цветом {color} (R, G, B): {score}</translation>
    </message>
</context>
<context>
    <name>Pins</name>
    <message>
        <source>A vector has no places.</source>
        <translation>У вектора нет мест.</translation>
    </message>
    <message>
        <source>B gives {b}, A {a}.</source>
        <translation>B даёт {b}, A {a}.</translation>
    </message>
    <message>
        <source>A and B from {low} to {high}</source>
        <translation>A и B от {low} до {high}</translation>
    </message>
    <message>
        <source>A − B from {low} to {high}</source>
        <translation>A − B от {low} до {high}</translation>
    </message>
</context>
<context>
    <name>PinsSection</name>
    <message>
        <source>Pinned</source>
        <translation>Закреплено</translation>
    </message>
    <message>
        <source>Add photo B…</source>
        <translation>Добавить фото B…</translation>
    </message>
    <message>
        <source>Shows the same channels of a second photo beside this one.</source>
        <translation>Показывает рядом те же каналы второго фото.</translation>
    </message>
    <message>
        <source>Add photo B</source>
        <translation>Добавить фото B</translation>
    </message>
    <message>
        <source>Difference A − B</source>
        <translation>Разность A − B</translation>
    </message>
    <message>
        <source>Draws what the channel gives for A more than for B, over photo A.</source>
        <translation>Рисует поверх фото A, насколько больше канал даёт для A, чем для B.</translation>
    </message>
    <message>
        <source>Remove photo B</source>
        <translation>Убрать фото B</translation>
    </message>
    <message>
        <source>Looks at one photo alone again.</source>
        <translation>Снова показывает одно фото.</translation>
    </message>
    <message>
        <source>Looks at A alone, not {photo}.</source>
        <translation>Показывает только A, без {photo}.</translation>
    </message>
</context>
<context>
    <name>PreprocessingPage</name>
    <message>
        <source>Less</source>
        <translation>Свернуть</translation>
    </message>
    <message>
        <source>Labelled photos</source>
        <translation>Размеченные фото</translation>
    </message>
    <message>
        <source>First class of this photo, by each way.</source>
        <translation>Первый класс этого фото при каждом способе.</translation>
    </message>
    <message>
        <source>Top line: first class of this photo. Dot: share of the folder’s photos that are right, with its 95 % interval.</source>
        <translation>Верхняя строка: первый класс этого фото. Точка: доля верных среди фото папки с интервалом 95 %.</translation>
    </message>
    <message>
        <source>Top line: first class of this photo. Dot: share of the folder’s photos on which a way says what most ways say, with its 95 % interval.</source>
        <translation>Верхняя строка: первый класс этого фото. Точка: доля фото папки, на которых способ говорит то же, что большинство, с интервалом 95 %.</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Preview</source>
        <translation>Предпросмотр</translation>
    </message>
    <message>
        <source>Nine inputs as training may see them.</source>
        <translation>Девять входов, какими их может увидеть обучение.</translation>
    </message>
    <message>
        <source>Augmented photos</source>
        <translation>Изменённые фото</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Другие</translation>
    </message>
    <message>
        <source>Draws nine others.</source>
        <translation>Рисует девять других.</translation>
    </message>
    <message>
        <source>What the network may see of this photo while it learns.</source>
        <translation>Что сеть может увидеть от этого фото, пока учится.</translation>
    </message>
</context>
<context>
    <name>ProbeSection</name>
    <message>
        <source>Side of the covering square in input pixels (default: that of the map&apos;s mask).</source>
        <translation>Сторона закрывающего квадрата в пикселях входа (по умолчанию: как у маски карты).</translation>
    </message>
    <message>
        <source>Patch side</source>
        <translation>Сторона заплатки</translation>
    </message>
    <message>
        <source>Click the photo to cover a place. Drag the patch to move it.</source>
        <translation>Щёлкните фото, чтобы закрыть место. Тяните заплатку, чтобы сдвинуть.</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Проба</translation>
    </message>
    <message>
        <source>Remove patch</source>
        <translation>Убрать заплатку</translation>
    </message>
    <message>
        <source>Takes the patch away, as Esc does.</source>
        <translation>Убирает заплатку, как и Esc.</translation>
    </message>
    <message>
        <source>input pixels, from 0</source>
        <translation>пиксели входа, с 0</translation>
    </message>
    <message>
        <source>to</source>
        <translation>по</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>First row that is covered, in input pixels from 0, as the read-out says them, too (default: where the patch was laid).</source>
        <translation>Первая закрытая строка, в пикселях входа с 0, как и в строке состояния (по умолчанию: где положена заплатка).</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Первая строка</translation>
    </message>
    <message>
        <source>Last row that is covered, in input pixels from 0, as the read-out says them, too (default: where the patch was laid).</source>
        <translation>Последняя закрытая строка, в пикселях входа с 0, как и в строке состояния (по умолчанию: где положена заплатка).</translation>
    </message>
    <message>
        <source>Last row</source>
        <translation>Последняя строка</translation>
    </message>
    <message>
        <source>First column that is covered, in input pixels from 0, as the read-out says them, too (default: where the patch was laid).</source>
        <translation>Первый закрытый столбец, в пикселях входа с 0, как и в строке состояния (по умолчанию: где положена заплатка).</translation>
    </message>
    <message>
        <source>First column</source>
        <translation>Первый столбец</translation>
    </message>
    <message>
        <source>Last column that is covered, in input pixels from 0, as the read-out says them, too (default: where the patch was laid).</source>
        <translation>Последний закрытый столбец, в пикселях входа с 0, как и в строке состояния (по умолчанию: где положена заплатка).</translation>
    </message>
    <message>
        <source>Last column</source>
        <translation>Последний столбец</translation>
    </message>
    <message>
        <source>Probability of {label}, before → after</source>
        <translation>Вероятность {label}, до → после</translation>
    </message>
    <message>
        <source>The prediction …</source>
        <translation>Предсказание …</translation>
    </message>
    <message>
        <source>The prediction stays {name}.</source>
        <translation>Предсказание остаётся прежним: {name}.</translation>
    </message>
    <message>
        <source>The prediction becomes {name} ({score}).</source>
        <translation>Предсказание становится {name} ({score}).</translation>
    </message>
</context>
<context>
    <name>Probing</name>
    <message>
        <source>Patch</source>
        <translation>Заплатка</translation>
    </message>
</context>
<context>
    <name>Ranking</name>
    <message>
        <source>All photos</source>
        <translation>Все фото</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Валидация</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>said: probability of the first class</source>
        <translation>сказано: вероятность первого класса</translation>
    </message>
    <message>
        <source>Confidence against share right</source>
        <translation>Уверенность и доля верных</translation>
    </message>
    <message>
        <source>How often each confidence was right</source>
        <translation>Как часто каждая уверенность была верна</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Истинный</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>фото</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>точность</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>полнота</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>A click sorts by name.</source>
        <translation>Щелчок сортирует по имени.</translation>
    </message>
    <message>
        <source>Photos of the class: training, validation, test. Amber is below three quarters of the median. A click sorts.</source>
        <translation>Фото класса: обучение, валидация, тест. Янтарным — меньше трёх четвертей медианы. Щелчок сортирует.</translation>
    </message>
    <message>
        <source>Of what is taken for the class, the share that is it. Bold is below 0.5. A click sorts.</source>
        <translation>Какая доля принятых за класс и есть он. Жирным — меньше 0,5. Щелчок сортирует.</translation>
    </message>
    <message>
        <source>Of the photos of the class, the share that is recognised. Bold is below 0.5. A click sorts.</source>
        <translation>Какая доля фото класса распознана. Жирным — меньше 0,5. Щелчок сортирует.</translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall. Bold is below 0.5. A click sorts.</source>
        <translation>Гармоническое среднее точности и полноты. Жирным — меньше 0,5. Щелчок сортирует.</translation>
    </message>
    <message>
        <source>Predicted, in the same order as the rows</source>
        <translation>Предсказано, в том же порядке, что и строки</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Предсказано</translation>
    </message>
    <message>
        <source>open a model to score them</source>
        <translation>откройте модель, чтобы их оценить</translation>
    </message>
    <message>
        <source>scored with {model}</source>
        <translation>оценено моделью {model}</translation>
    </message>
    <message>
        <source>{done} of {total} scored</source>
        <translation>оценено {done} из {total}</translation>
    </message>
    <message>
        <source>{n} photos/s</source>
        <translation>{n} фото/с</translation>
    </message>
    <message>
        <source>all scored</source>
        <translation>все оценены</translation>
    </message>
    <message>
        <source>no true classes</source>
        <translation>истинных классов нет</translation>
    </message>
    <message>
        <source>{used} of the model&apos;s {count} classes</source>
        <translation>классов модели: {used} из {count}</translation>
    </message>
    <message>
        <source>labelled {name}</source>
        <translation>метка {name}</translation>
    </message>
    <message>
        <source>looks like {name} {share}</source>
        <translation>похоже на {name} {share}</translation>
    </message>
    <message>
        <source>nearly the same as {name}</source>
        <translation>почти то же, что {name}</translation>
    </message>
    <message>
        <source>the same file as {name}</source>
        <translation>тот же файл, что {name}</translation>
    </message>
    <message>
        <source>both labelled {name}</source>
        <translation>у обоих метка {name}</translation>
    </message>
    <message>
        <source>labelled {name}, there {other}</source>
        <translation>метка {name}, там {other}</translation>
    </message>
    <message>
        <source>in {one} and {other} at once: {other} looks too good</source>
        <translation>сразу в «{one}» и «{other}»: «{other}» выглядит слишком хорошо</translation>
    </message>
    <message>
        <source>{name}  {count}</source>
        <translation>{name}  {count}</translation>
    </message>
    <message>
        <source>What is laid over the photo while you walk: the map of a method or of another tab, or nothing (default: that of the tab you came from).</source>
        <translation>Что лежит поверх фото, пока вы листаете: карта метода или другой вкладки либо ничего (по умолчанию: карта вкладки, из которой вы пришли).</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low}–{high}</translation>
    </message>
    <message>
        <source>score</source>
        <translation>оценка</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>потери</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>отступ</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>уверенность</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>энтропия</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>канал</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>Имена классов</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Ранжирование</translation>
    </message>
    <message>
        <source>✓ relabel to {name}</source>
        <translation>✓ метка → {name}</translation>
    </message>
    <message>
        <source>✓ crop {width} × {height}</source>
        <translation>✓ обрезать {width} × {height}</translation>
    </message>
    <message>
        <source>✗ remove</source>
        <translation>✗ убрать</translation>
    </message>
    <message>
        <source>✓ keep</source>
        <translation>✓ оставить</translation>
    </message>
    <message>
        <source>No photo has a true class here.</source>
        <translation>Здесь ни у одного фото нет истинного класса.</translation>
    </message>
    <message>
        <source>All photos have to be scored first: {done} of {total}.</source>
        <translation>Сначала нужно оценить все фото: {done} из {total}.</translation>
    </message>
    <message>
        <source>No photo of this dataset can be read.</source>
        <translation>Ни одно фото этого набора не читается.</translation>
    </message>
</context>
<context>
    <name>RankingPanel</name>
    <message>
        <source>All its photos are scored and put in order, from best to worst.</source>
        <translation>Все фото набора оцениваются и выстраиваются от лучшего к худшему.</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Миниатюры</translation>
    </message>
    <message>
        <source>Open dataset</source>
        <translation>Открыть набор данных</translation>
    </message>
    <message>
        <source>Every photo is being judged.</source>
        <translation>Проверяется каждое фото.</translation>
    </message>
    <message>
        <source>Judging was stopped. Come back to this page to begin anew.</source>
        <translation>Проверка остановлена. Вернитесь на эту страницу, чтобы начать заново.</translation>
    </message>
    <message>
        <source>Export the review list</source>
        <translation>Экспорт списка правок</translation>
    </message>
    <message>
        <source>The review list was written: {file}.</source>
        <translation>Список правок записан: {file}.</translation>
    </message>
</context>
<context>
    <name>RateCurve</name>
    <message>
        <source>The pointer reads the values of a rate; a click takes it.</source>
        <translation>Под указателем — значения для скорости; щелчок берёт её.</translation>
    </message>
    <message>
        <source>Loss against learning rate</source>
        <translation>Потери от скорости обучения</translation>
    </message>
</context>
<context>
    <name>RatePage</name>
    <message>
        <source>Other options have been chosen since.</source>
        <translation>С тех пор выбраны другие настройки.</translation>
    </message>
    <message>
        <source>Each step takes a batch at a somewhat larger rate; the seed says in which order. What is learnt meanwhile is thrown away. A click on the curve takes another rate.</source>
        <translation>Каждый шаг берёт пакет с чуть большей скоростью; порядок задаёт зерно. Выученное при этом отбрасывается. Щелчок по кривой берёт другую скорость.</translation>
    </message>
    <message>
        <source>Loss against learning rate</source>
        <translation>Потери от скорости обучения</translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation>Ход перебора</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Ends the sweep; what it has stays (Ctrl+.).</source>
        <translation>Прекращает перебор; готовое остаётся (Ctrl+.).</translation>
    </message>
    <message>
        <source>Stop the sweep</source>
        <translation>Остановить перебор</translation>
    </message>
    <message>
        <source>Sweep again</source>
        <translation>Перебрать снова</translation>
    </message>
    <message>
        <source>Tries the rates with the options as they are now.</source>
        <translation>Пробует скорости с нынешними настройками.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} из {total}</translation>
    </message>
    <message>
        <source>Take {rate}</source>
        <translation>Взять {rate}</translation>
    </message>
    <message>
        <source>The next run takes this learning rate.</source>
        <translation>Обучение пойдёт с этой скоростью.</translation>
    </message>
    <message>
        <source>The loss falls fastest near {rate}.</source>
        <translation>Потери падают быстрее всего около {rate}.</translation>
    </message>
    <message>
        <source>Stopped before the loss had fallen.</source>
        <translation>Остановлено раньше, чем потери упали.</translation>
    </message>
    <message>
        <source>The loss falls at none of these rates.</source>
        <translation>Ни при одной из этих скоростей потери не падают.</translation>
    </message>
</context>
<context>
    <name>RateSearch</name>
    <message>
        <source>Learning rate</source>
        <translation>Скорость обучения</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Known when the first pass is finished</source>
        <translation>Станет известно после первого прохода</translation>
    </message>
    <message>
        <source>{flips}, most often to &lt;b&gt;{label}&lt;/b&gt;</source>
        <translation>{flips}, чаще всего на &lt;b&gt;{label}&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>ReadingSection</name>
    <message>
        <source>The output that the classes are read from, where several could be (default: the likeliest).</source>
        <translation>Выход, с которого читаются классы, если подходят несколько (по умолчанию: самый вероятный).</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Height and width that the photo is scaled to, such as 224 or 224 x 320 (default: 224).</source>
        <translation>Высота и ширина, до которых сжимается фото, например 224 или 224 x 320 (по умолчанию: 224).</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>Размер входа</translation>
    </message>
    <message>
        <source>The model leaves its size open.</source>
        <translation>Модель не задаёт свой размер.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Входы</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Величина</translation>
    </message>
    <message>
        <source>against</source>
        <translation>против</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Чтение</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Рисовать</translation>
    </message>
    <message>
        <source>What is drawn at each place: by how much the score drops, which is the default, what remains of it, or the class that is predicted.</source>
        <translation>Что нарисовано в каждом месте: насколько падает оценка (по умолчанию), что от неё остаётся или какой класс предсказан.</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Падение</translation>
    </message>
    <message>
        <source>Remaining score</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Класс</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Вероятность</translation>
    </message>
    <message>
        <source>Logit</source>
        <translation>Логит</translation>
    </message>
    <message>
        <source>The number whose change is drawn: the probability from 0 to 1, the default, or the logit, which keeps its slope when the network is very sure.</source>
        <translation>Число, изменение которого нарисовано: вероятность от 0 до 1 (по умолчанию) или логит, который сохраняет наклон, когда сеть очень уверена.</translation>
    </message>
    <message>
        <source>Explains how far the target is ahead of this class, the margin; none by default.</source>
        <translation>Объясняет, насколько цель впереди этого класса, — отступ; по умолчанию нет.</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Против</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>still {class_words}</source>
        <translation>по-прежнему {class_words}</translation>
    </message>
    <message>
        <source>drop {value}</source>
        <translation>падение {value}</translation>
    </message>
    <message>
        <source>RGB {red} {green} {blue} (covered)</source>
        <translation>RGB {red} {green} {blue} (закрыто)</translation>
    </message>
    <message>
        <source>RGB {red} {green} {blue}</source>
        <translation>RGB {red} {green} {blue}</translation>
    </message>
    <message>
        <source>input {values}</source>
        <translation>вход {values}</translation>
    </message>
    <message>
        <source>cell {row}, {col} of {rows} × {cols}</source>
        <translation>ячейка {row}, {col} из {rows} × {cols}</translation>
    </message>
</context>
<context>
    <name>Reopening</name>
    <message>
        <source>Reopening</source>
        <translation>Повторное открытие</translation>
    </message>
    <message>
        <source>Open export</source>
        <translation>Открыть экспорт</translation>
    </message>
    <message>
        <source>The model of this export is not at &quot;{path}&quot; any more.</source>
        <translation>Модели этого экспорта больше нет по адресу «{path}».</translation>
    </message>
    <message>
        <source>Find the model…</source>
        <translation>Найти модель…</translation>
    </message>
    <message>
        <source>The photo of this export is not at &quot;{path}&quot; any more.</source>
        <translation>Фото этого экспорта больше нет по адресу «{path}».</translation>
    </message>
    <message>
        <source>Find the photo…</source>
        <translation>Найти фото…</translation>
    </message>
    <message>
        <source>A file is missing</source>
        <translation>Не хватает файла</translation>
    </message>
    <message>
        <source>Find the model</source>
        <translation>Найти модель</translation>
    </message>
    <message>
        <source>Find the photo</source>
        <translation>Найти фото</translation>
    </message>
    <message>
        <source>From an export</source>
        <translation>Из экспорта</translation>
    </message>
    <message>
        <source>Something is not as it was</source>
        <translation>Что-то изменилось</translation>
    </message>
    <message>
        <source>Its colours were converted to sRGB in another way then.</source>
        <translation>Тогда его цвета преобразовывались в sRGB иначе.</translation>
    </message>
    <message>
        <source>The photo is fed to the model in another way than then.</source>
        <translation>Сейчас фото подаётся модели иначе, чем тогда.</translation>
    </message>
</context>
<context>
    <name>RunRow</name>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Goes on where the map was stopped (Ctrl+Enter).</source>
        <translation>Продолжает карту с того места, где она остановлена (Ctrl+Enter).</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Covers all places again; the map stays until the new one stands.</source>
        <translation>Закрывает все места заново; карта остаётся, пока не будет новой.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Ends the map; what is drawn stays (Ctrl+.).</source>
        <translation>Прекращает карту; нарисованное остаётся (Ctrl+.).</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>Ход построения карты</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>запуск…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} из {total}</translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>Photos by likeness</source>
        <translation>Фото по сходству</translation>
    </message>
    <message>
        <source>A click opens a photo; a drag gathers photos (Shift adds), the wheel zooms, a double click shows all.</source>
        <translation>Щелчок открывает фото; обведённые фото собираются (Shift добавляет), колесо меняет масштаб, двойной щелчок показывает все.</translation>
    </message>
</context>
<context>
    <name>ScoreList</name>
    <message>
        <source>probability, before → with patch</source>
        <translation>вероятность, до → с заплаткой</translation>
    </message>
    <message>
        <source>probability, photo → crop</source>
        <translation>вероятность, фото → вырезка</translation>
    </message>
    <message>
        <source>probability, before → after</source>
        <translation>вероятность, до → после</translation>
    </message>
    <message>
        <source>Follow the top class</source>
        <translation>Следить за лидером</translation>
    </message>
    <message>
        <source>The explained class changes with the prediction until you pick one; on by default.</source>
        <translation>Объясняемый класс меняется вместе с предсказанием, пока вы не выберете свой; по умолчанию включено.</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>Найти класс</translation>
    </message>
    <message>
        <source>Lists only the classes whose name has these letters; Esc lists all of them, which is the default.</source>
        <translation>Оставляет классы, в имени которых есть эти буквы; Esc возвращает все, как и по умолчанию.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Оценки</translation>
    </message>
    <message>
        <source>Click a class to explain it; the arrow keys and Enter do the same.</source>
        <translation>Щёлкните класс, чтобы объяснить его; стрелки и Enter делают то же.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Классы</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Открыть модель…</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Открыть модель</translation>
    </message>
    <message>
        <source>Chooses an ONNX model to ask.</source>
        <translation>Выбирает модель ONNX, которую спрашивать.</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>Открыть фото…</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Открыть фото</translation>
    </message>
    <message>
        <source>Chooses a photo to look at.</source>
        <translation>Выбирает фото, на которое смотреть.</translation>
    </message>
    <message>
        <source>Open a photo to see its scores.</source>
        <translation>Откройте фото, чтобы увидеть его оценки.</translation>
    </message>
    <message>
        <source>Open a model to see its scores.</source>
        <translation>Откройте модель, чтобы увидеть её оценки.</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>вероятность</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} из {count}</translation>
    </message>
    <message>
        <source>Find a class  /</source>
        <translation>Найти класс  /</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Следить</translation>
    </message>
</context>
<context>
    <name>ScoreModel</name>
    <message>
        <source>not {name}</source>
        <translation>не {name}</translation>
    </message>
    <message>
        <source>Everything but {name}</source>
        <translation>Всё, кроме {name}</translation>
    </message>
    <message>
        <source>{name} · class {index} · logit {logit}</source>
        <translation>{name} · класс {index} · логит {logit}</translation>
    </message>
    <message>
        <source>with patch {score}</source>
        <translation>с заплаткой {score}</translation>
    </message>
    <message>
        <source>target</source>
        <translation>цель</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>истинный класс</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>true</source>
        <translation>истина</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Открытие</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>{share} ({low:.0f} to {high:.0f}), {hits} of {total}</source>
        <translation>{share} ({low:.0f}–{high:.0f}), {hits} из {total}</translation>
    </message>
</context>
<context>
    <name>Shown</name>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
</context>
<context>
    <name>SimilarRow</name>
    <message>
        <source>cosine of the features; the true class where that is missed</source>
        <translation>косинус признаков; истинный класс, если не угадан</translation>
    </message>
    <message>
        <source>Most similar photos</source>
        <translation>Самые похожие фото</translation>
    </message>
    <message>
        <source>Most similar to {name}</source>
        <translation>Самые похожие на {name}</translation>
    </message>
    <message>
        <source>true: {name}</source>
        <translation>истина: {name}</translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation>почти дубликат</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>Forget what I chose</source>
        <translation>Забыть мой выбор</translation>
    </message>
    <message>
        <source>Reads the model as if you had never chosen anything for it.</source>
        <translation>Читает модель так, будто вы никогда ничего для неё не выбирали.</translation>
    </message>
    <message>
        <source>Goes back to the tab.</source>
        <translation>Возвращает к вкладке.</translation>
    </message>
    <message>
        <source>Close preprocessing</source>
        <translation>Закрыть предобработку</translation>
    </message>
    <message>
        <source>Every number NetGaze shows depends on it.</source>
        <translation>От неё зависит каждое число, которое показывает NetGaze.</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>Предобработка</translation>
    </message>
    <message>
        <source>Open a model first.</source>
        <translation>Сначала откройте модель.</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>угадано</translation>
    </message>
</context>
<context>
    <name>Speed</name>
    <message>
        <source>Measuring the speed</source>
        <translation>Измерение скорости</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Other work</source>
        <translation>Другая работа</translation>
    </message>
    <message>
        <source>Shows what else is running.</source>
        <translation>Показывает, что ещё выполняется.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Where the network runs.</source>
        <translation>Где работает сеть.</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>остановлено</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>done in {duration}</source>
        <translation>готово за {duration}</translation>
    </message>
</context>
<context>
    <name>Study</name>
    <message>
        <source>Preprocessing</source>
        <translation>Предобработка</translation>
    </message>
    <message>
        <source>Trying ways to feed the model</source>
        <translation>Проба способов подачи</translation>
    </message>
</context>
<context>
    <name>SubjectBar</name>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Saves the picture, the numbers or both.</source>
        <translation>Сохраняет картинку, числа или всё вместе.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>How to read this map</source>
        <translation>Как читать эту карту</translation>
    </message>
    <message>
        <source>Explains this map.</source>
        <translation>Объясняет эту карту.</translation>
    </message>
    <message>
        <source>Other model</source>
        <translation>Другая модель</translation>
    </message>
    <message>
        <source>Opens another model.</source>
        <translation>Открывает другую модель.</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Открыть модель…</translation>
    </message>
    <message>
        <source>Opens another classifier, an ONNX file.</source>
        <translation>Открывает другой классификатор, файл ONNX.</translation>
    </message>
    <message>
        <source>Other photo</source>
        <translation>Другое фото</translation>
    </message>
    <message>
        <source>Opens another photo.</source>
        <translation>Открывает другое фото.</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>Открыть фото…</translation>
    </message>
    <message>
        <source>Opens another photo, of JPEG, PNG, WebP, TIFF, BMP or GIF.</source>
        <translation>Открывает другое фото: JPEG, PNG, WebP, TIFF, BMP или GIF.</translation>
    </message>
    <message>
        <source>Shows the previous photo of this folder.</source>
        <translation>Показывает предыдущее фото этой папки.</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Предыдущее фото</translation>
    </message>
    <message>
        <source>Shows the next photo of this folder.</source>
        <translation>Показывает следующее фото этой папки.</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Следующее фото</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Нет модели</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>угадано</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>Нет фото</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} из {count}</translation>
    </message>
</context>
<context>
    <name>SuspectList</name>
    <message>
        <source>Suspects</source>
        <translation>Подозрения</translation>
    </message>
    <message>
        <source>R relabels to the offer, K keeps, Del removes; Ctrl+Z undoes.</source>
        <translation>R ставит предложенную метку, K оставляет, Del убирает; Ctrl+Z отменяет.</translation>
    </message>
</context>
<context>
    <name>SuspectsPage</name>
    <message>
        <source>What may be wrong with the photos that are listed.</source>
        <translation>Что может быть не так с перечисленными фото.</translation>
    </message>
    <message>
        <source>Kinds of suspects</source>
        <translation>Виды подозрений</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>Экспорт CSV…</translation>
    </message>
    <message>
        <source>Writes path, mark and label of each marked photo as a table.</source>
        <translation>Записывает таблицу: путь, пометка и метка каждого помеченного фото.</translation>
    </message>
    <message>
        <source>Export the review list</source>
        <translation>Экспорт списка правок</translation>
    </message>
    <message>
        <source>Marks are yours alone: nothing in the folder changes.</source>
        <translation>Пометки только ваши: в папке ничего не меняется.</translation>
    </message>
    <message>
        <source>Review list</source>
        <translation>Список правок</translation>
    </message>
    <message>
        <source>Then its own scores hide wrong labels. Until you say no, each photo is judged by a small new head that learnt from the other four fifths.</source>
        <translation>Тогда её собственные оценки скрывают неверные метки. Пока вы не ответите «нет», каждое фото проверяет маленькая новая голова, обученная на остальных четырёх пятых.</translation>
    </message>
    <message>
        <source>Was this network trained on these photos?</source>
        <translation>Эту сеть обучали на этих фото?</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>Labels are judged out of sample, in five folds.</source>
        <translation>Метки проверяются вне выборки, в пять частей.</translation>
    </message>
    <message>
        <source>It was not</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Labels are judged by the network&apos;s own scores.</source>
        <translation>Метки проверяются по собственным оценкам сети.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Asks again whether the network was trained on these photos.</source>
        <translation>Снова спрашивает, обучали ли сеть на этих фото.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Спросить снова</translation>
    </message>
    <message>
        <source>The class that the photo is relabelled to.</source>
        <translation>Класс, который фото получит меткой.</translation>
    </message>
    <message>
        <source>Relabel to</source>
        <translation>Новая метка</translation>
    </message>
    <message>
        <source>another class</source>
        <translation>другой класс</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Says that nothing is wrong with this photo (K).</source>
        <translation>Говорит, что с этим фото всё в порядке (K).</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Takes the photo out of the dataset, in your review list (Del).</source>
        <translation>Исключает фото из набора — в вашем списке правок (Del).</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Takes the last mark back (Ctrl+Z).</source>
        <translation>Отменяет последнюю пометку (Ctrl+Z).</translation>
    </message>
    <message>
        <source>Undo the mark</source>
        <translation>Отменить пометку</translation>
    </message>
    <message>
        <source>R relabel · K keep · Del remove</source>
        <translation>R сменить метку · K оставить · Del убрать</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>Неверные метки</translation>
    </message>
    <message>
        <source>Confidently wrong</source>
        <translation>Уверенно неверно</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Дубликаты</translation>
    </message>
    <message>
        <source>Odd ones</source>
        <translation>Необычные</translation>
    </message>
    <message>
        <source>the network&apos;s own scores</source>
        <translation>собственные оценки сети</translation>
    </message>
    <message>
        <source>out of sample, 5 folds</source>
        <translation>вне выборки, 5 частей</translation>
    </message>
    <message>
        <source>Relabel to {name}</source>
        <translation>Метка → {name}</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Сменить метку</translation>
    </message>
    <message>
        <source>Writes the class into your review list; the file stays (R).</source>
        <translation>Записывает класс в ваш список правок; файл не меняется (R).</translation>
    </message>
    <message>
        <source>Remove from {part}</source>
        <translation>Убрать из «{part}»</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Tabs</source>
        <translation>Вкладки</translation>
    </message>
</context>
<context>
    <name>TileGrid</name>
    <message>
        <source>Channels of the layer</source>
        <translation>Каналы слоя</translation>
    </message>
    <message>
        <source>Click a channel to look at it, double-click to pin it.</source>
        <translation>Щелчок показывает канал, двойной щелчок закрепляет его.</translation>
    </message>
</context>
<context>
    <name>TrustLens</name>
    <message>
        <source>The best of the rivals: {name}.</source>
        <translation>Лучший из соперников: {name}.</translation>
    </message>
</context>
<context>
    <name>TrustSection</name>
    <message>
        <source>How far can I trust it?</source>
        <translation>Насколько ей можно верить?</translation>
    </message>
    <message>
        <source>Compares this map with 21 rivals by hiding and showing what it names, draws the network&apos;s weights anew, and asks again with the photo flipped and under noise. What would take over 2 minutes is left out, and said.</source>
        <translation>Сравнивает эту карту с 21 соперником, скрывая и показывая то, на что она указывает, разыгрывает веса сети заново и спрашивает ещё раз с отражённым фото и с шумом. На что нужно больше 2 минут, пропускается, и об этом говорится.</translation>
    </message>
    <message>
        <source>Folds the answer; a click on the question shows it again.</source>
        <translation>Сворачивает ответ; щелчок по вопросу показывает его снова.</translation>
    </message>
    <message>
        <source>Fold the answer</source>
        <translation>Свернуть ответ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Ends the measuring; the map stays (Ctrl+.).</source>
        <translation>Прекращает измерение; карта остаётся (Ctrl+.).</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>Остановить измерение</translation>
    </message>
    <message>
        <source>Progress of the measuring</source>
        <translation>Ход измерения</translation>
    </message>
    <message>
        <source>this map</source>
        <translation>эта карта</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Устойчивость</translation>
    </message>
    <message>
        <source>rank correlation</source>
        <translation>ранговая корреляция</translation>
    </message>
    <message>
        <source>flipped</source>
        <translation>отражено</translation>
    </message>
    <message>
        <source>2 % noise</source>
        <translation>шум 2 %</translation>
    </message>
    <message>
        <source>best rival: {name}</source>
        <translation>лучший соперник: {name}</translation>
    </message>
    <message>
        <source>{n} others</source>
        <translation>ещё {n}</translation>
    </message>
    <message>
        <source>Of another map. Measure again</source>
        <translation>Для другой карты. Измерьте снова</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} из {total}</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>запуск…</translation>
    </message>
    <message>
        <source>NetGaze made a mistake when it measured this map. Details are in the log.</source>
        <translation>При измерении этой карты NetGaze ошибся. Подробности в журнале.</translation>
    </message>
</context>
<context>
    <name>Tuning</name>
    <message>
        <source>Head</source>
        <translation>Голова</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Разбиение</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Прикидка</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Дообучение</translation>
    </message>
</context>
<context>
    <name>WalkStrip</name>
    <message>
        <source>Thumbnails</source>
        <translation>Миниатюры</translation>
    </message>
</context>
<context>
    <name>WayCell</name>
    <message>
        <source>A click tries this way to feed the model, a double click uses it from now on.</source>
        <translation>Щелчок пробует этот способ подачи, двойной щелчок применяет его дальше.</translation>
    </message>
    <message>
        <source>used now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>предлагается</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>пробуется</translation>
    </message>
</context>
<context>
    <name>WeightsChart</name>
    <message>
        <source>How alike the map stays while the weights of layers are drawn anew, from the classes down: near 0 it depends on what was learnt. Point at a step, or press ← and →, to see its map.</source>
        <translation>Насколько карта остаётся похожей, пока веса слоёв разыгрываются заново, начиная от классов: если около 0, карта зависит от выученного. Наведите указатель на шаг или нажмите ← и →, чтобы увидеть его карту.</translation>
    </message>
    <message>
        <source>Rank correlation while weights are drawn anew</source>
        <translation>Ранговая корреляция, пока веса разыгрываются заново</translation>
    </message>
</context>
<context>
    <name>WeightsPart</name>
    <message>
        <source>as trained</source>
        <translation>обученные</translation>
    </message>
    <message>
        <source>Randomised weights</source>
        <translation>Случайные веса</translation>
    </message>
    <message>
        <source>rank correlation {value}</source>
        <translation>ранговая корреляция {value}</translation>
    </message>
</context>
<context>
    <name>WhatSection</name>
    <message>
        <source>The photos that it learns from (default: the dataset that is open, in Ranking too).</source>
        <translation>Фото, на которых она учится (по умолчанию: открытый набор, он же в «Ранжировании»).</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Набор данных</translation>
    </message>
    <message>
        <source>What to train</source>
        <translation>Что обучать</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обучать</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Голова</translation>
    </message>
    <message>
        <source>The new head only</source>
        <translation>Только новую голову</translation>
    </message>
    <message>
        <source>From a layer on…</source>
        <translation>Начиная со слоя…</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>How much of the network learns; the rest stays as it is, bit by bit (default: the new head only).</source>
        <translation>Какая часть сети учится; остальное не меняется ни на бит (по умолчанию: только новая голова).</translation>
    </message>
    <message>
        <source>Nothing changes up to this layer, itself included (default: the one in the middle).</source>
        <translation>До этого слоя включительно ничего не меняется (по умолчанию: средний слой).</translation>
    </message>
    <message>
        <source>Frozen up to</source>
        <translation>Заморожено до</translation>
    </message>
    <message>
        <source>The layer that is replaced by a new one for these classes (default: the last that leads to the classes); a click chooses another one.</source>
        <translation>Слой, который заменяется новым для этих классов (по умолчанию: последний ведущий к классам); щелчок выбирает другой.</translation>
    </message>
    <message>
        <source>{rate}: no batch norm in this file</source>
        <translation>{rate}: в файле нет BatchNorm</translation>
    </message>
    <message>
        <source>Looking for the head…</source>
        <translation>Поиск головы…</translation>
    </message>
    <message>
        <source>{name}, {layer}</source>
        <translation>{name}, {layer}</translation>
    </message>
    <message>
        <source>Head: {head}</source>
        <translation>Голова: {head}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Open dataset…</source>
        <translation>Открыть набор…</translation>
    </message>
    <message>
        <source>Demo photos</source>
        <translation>Фото демо</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>row {row}, column {column} of the photo</source>
        <translation>строка {row}, столбец {column} фото</translation>
    </message>
    <message>
        <source>{row}, {column} of the input</source>
        <translation>{row}, {column} входа</translation>
    </message>
    <message>
        <source>rows {top} to {bottom}, columns {left} to {right} of the photo</source>
        <translation>строки {top}–{bottom}, столбцы {left}–{right} фото</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>less than 1 s</source>
        <translation>менее 1 с</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} с</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} мин</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} ч</translation>
    </message>
    <message>
        <source>{hours} h {n} min</source>
        <translation>{hours} ч {n} мин</translation>
    </message>
    <message>
        <source>about {duration}</source>
        <translation>около {duration}</translation>
    </message>
    <message>
        <source>estimating…</source>
        <translation>прикидка…</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>осталось {duration}</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Ends the measuring (Ctrl+.).</source>
        <translation>Прекращает измерение (Ctrl+.).</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} из {total}</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>запуск…</translation>
    </message>
</context>
<context>
    <name>ZoomPill</name>
    <message>
        <source>Fit</source>
        <translation>Вписать</translation>
    </message>
    <message>
        <source>Shows the whole photo, as is the default (F).</source>
        <translation>Показывает фото целиком, как по умолчанию (F).</translation>
    </message>
    <message>
        <source>Shows one photo pixel on one pixel of the screen (1).</source>
        <translation>Показывает один пиксель фото одним пикселем экрана (1).</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Один к одному</translation>
    </message>
</context>
<context>
    <name>_Key</name>
    <message>
        <source>each step</source>
        <translation>каждый шаг</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>сглажено</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>валидация</translation>
    </message>
</context>
<context>
    <name>_LabelRow</name>
    <message>
        <source>“{name}” is not a class of this model.</source>
        <translation>«{name}» — не класс этой модели.</translation>
    </message>
    <message>
        <source>Says which class of the model the photos of this folder are.</source>
        <translation>Говорит, к какому классу модели относятся фото этой папки.</translation>
    </message>
    <message>
        <source>Class of {name}</source>
        <translation>Класс для {name}</translation>
    </message>
    <message>
        <source>Choose its class</source>
        <translation>Выберите класс</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Исключить</translation>
    </message>
    <message>
        <source>These photos are shown, and count in no metric.</source>
        <translation>Эти фото показаны, но не входят ни в одну метрику.</translation>
    </message>
    <message>
        <source>Leave out {name}</source>
        <translation>Исключить {name}</translation>
    </message>
</context>
<context>
    <name>_Peek</name>
    <message>
        <source>true: {name} · {score}</source>
        <translation>истина: {name} · {score}</translation>
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
        <translation> %</translation>
    </message>
</context>
<context>
    <name>_Rungs</name>
    <message>
        <source>{name}, {size}</source>
        <translation>{name}, {size}</translation>
    </message>
    <message>
        <source>{name}, {size}: nothing is left here</source>
        <translation>{name}, {size}: здесь ничего не осталось</translation>
    </message>
</context>
<context>
    <name>_WorkRow</name>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Ends this work; what is shown stays.</source>
        <translation>Прекращает эту работу; показанное остаётся.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} из {total}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>пауза</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Stop: {work}</source>
        <translation>Остановить: {work}</translation>
    </message>
    <message>
        <source>Cancel: {work}</source>
        <translation>Отменить: {work}</translation>
    </message>
</context>
<context>
    <name>inference</name>
    <message>
        <source> (used now)</source>
        <translation> (сейчас)</translation>
    </message>
    <message>
        <source> ({title})</source>
        <translation> ({title})</translation>
    </message>
    <message>
        <source> Did you mean {a!r} or {b!r} or {c!r}?</source>
        <translation> Может быть, {a!r}, {b!r} или {c!r}?</translation>
    </message>
    <message>
        <source> Did you mean {a!r} or {b!r}?</source>
        <translation> Может быть, {a!r} или {b!r}?</translation>
    </message>
    <message>
        <source> Did you mean {a!r}?</source>
        <translation> Может быть, {a!r}?</translation>
    </message>
    <message>
        <source> It takes {options}.</source>
        <translation> Он принимает {options}.</translation>
    </message>
    <message>
        <source> One name too few is often a class for the background, which belongs into the first line.</source>
        <translation> Если одного имени не хватает, это часто класс фона: его место в первой строке.</translation>
    </message>
    <message>
        <source> One name too many is often a class for the background, in the first line.</source>
        <translation> Если одно имя лишнее, это часто класс фона в первой строке.</translation>
    </message>
    <message>
        <source> They are right on {best:.0f} % of the photos {change}, on {other:.0f} % {other_change}.</source>
        <translation> {change} они верны на {best:.0f} % фото, {other_change} — на {other:.0f} %.</translation>
    </message>
    <message>
        <source> from the tensor &quot;{tensor}&quot; on</source>
        <translation> начиная с тензора «{tensor}»</translation>
    </message>
    <message numerus="yes">
        <source> {n} other ways cannot be told from it.</source>
        <translation>
            <numerusform> Ещё {n} способ от него неотличим.</numerusform>
            <numerusform> Ещё {n} способа от него неотличимы.</numerusform>
            <numerusform> Ещё {n} способов от него неотличимы.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;{file}&quot; beside the model</source>
        <translation>«{file}» рядом с моделью</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; cannot be computed in float16: {why}.</source>
        <translation>«{file}» не посчитать во float16: {why}.</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; cannot be read: it is nested too deeply.</source>
        <translation>«{file}» не прочитать: слишком глубокая вложенность.</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; failed in a forward pass ({why}).</source>
        <translation>«{file}»: прямой проход не удался ({why}).</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; gives values that are infinite or no numbers. Check its preprocessing, or export it in float32.</source>
        <translation>«{file}» даёт бесконечные значения или не числа. Проверьте предобработку или экспортируйте модель во float32.</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; has no input &quot;{name}&quot; beside the image.{hint}</source>
        <translation>У «{file}» нет входа «{name}» кроме изображения.{hint}</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; holds no JSON object.</source>
        <translation>В «{file}» нет объекта JSON.</translation>
    </message>
    <message numerus="yes">
        <source>&quot;{file}&quot; is about class {index}, but the model has {n} classes, 0 to {last}.</source>
        <translation>
            <numerusform>«{file}» говорит о классе {index}, но у модели {n} класс, от 0 до {last}.</numerusform>
            <numerusform>«{file}» говорит о классе {index}, но у модели {n} класса, от 0 до {last}.</numerusform>
            <numerusform>«{file}» говорит о классе {index}, но у модели {n} классов, от 0 до {last}.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;{file}&quot; is no CSV table: {why}.</source>
        <translation>«{file}» — не таблица CSV: {why}.</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; is no review list: its first row lacks &quot;path&quot; or &quot;mark&quot;. The columns are {columns}.</source>
        <translation>«{file}» — не список правок: в первой строке нет «path» или «mark». Столбцы: {columns}.</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; is not JSON: {why}.</source>
        <translation>«{file}» — не JSON: {why}.</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; is quantised: its weights are whole numbers, which cannot be trained. Train the float model that it was made from.</source>
        <translation>«{file}» квантована: её веса — целые числа, их нельзя обучать. Обучите модель с float, из которой она сделана.</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; is the model itself. Give the new one another name.</source>
        <translation>«{file}» — это сама модель. Дайте новой другое имя.</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; names no photos: its first row has no column &quot;path&quot;. The columns are {columns}.</source>
        <translation>«{file}» не называет ни одного фото: в первой строке нет столбца «path». Столбцы: {columns}.</translation>
    </message>
    <message>
        <source>&quot;{file}&quot; stands there already. Choose another name, or replace it (--force).</source>
        <translation>«{file}» уже есть. Выберите другое имя или замените файл (--force).</translation>
    </message>
    <message>
        <source>&quot;{file}&quot;: {note}</source>
        <translation>«{file}»: {note}</translation>
    </message>
    <message>
        <source>&quot;{folder}&quot; already holds an export{what}. Choose another folder, or replace it with --force.</source>
        <translation>В «{folder}» уже есть экспорт{what}. Выберите другую папку или замените его ключом --force.</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; in &quot;{file}&quot; beside the model is {found}, which cannot be. Mend it, or say how photos are fed to the model.</source>
        <translation>«{key}» в «{file}» рядом с моделью равно {found}, так быть не может. Исправьте это или укажите, как подавать фото.</translation>
    </message>
    <message>
        <source>&quot;{layer}&quot; does not lead to &quot;{wanted}&quot;, so it has no gradient. Choose a layer before it.</source>
        <translation>«{layer}» не ведёт к «{wanted}», поэтому градиента у него нет. Выберите слой перед ним.</translation>
    </message>
    <message>
        <source>&quot;{layer}&quot; gives no number everywhere.</source>
        <translation>«{layer}» не везде даёт число.</translation>
    </message>
    <message>
        <source>&quot;{model}&quot; cannot be run: {error}</source>
        <translation>«{model}» не запускается: {error}</translation>
    </message>
    <message>
        <source>&quot;{model}&quot; does not have the classes that are compared. Choose a model with the same labels.</source>
        <translation>У «{model}» нет сравниваемых классов. Выберите модель с теми же метками.</translation>
    </message>
    <message>
        <source>&quot;{model}&quot; is damaged: {reader} reads the tensor {name!r}, which nothing before it makes.</source>
        <translation>«{model}» повреждена: {reader} читает тензор {name!r}, который до него никто не создаёт.</translation>
    </message>
    <message>
        <source>&quot;{model}&quot; stores a damaged tensor {tensor!r}: {error}</source>
        <translation>В «{model}» хранится повреждённый тензор {tensor!r}: {error}</translation>
    </message>
    <message>
        <source>&quot;{model}&quot; stores sparse tensors, which the twin does not read. Save the model with dense ones.</source>
        <translation>В «{model}» хранятся разреженные тензоры, их двойник не читает. Сохраните модель с плотными.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be run: {error}</source>
        <translation>«{name}» не запускается: {error}</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is in the way</source>
        <translation>мешает «{name}»</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is not a whole ONNX model: it has no outputs.</source>
        <translation>«{name}» — не целая модель ONNX: в ней нет выходов.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is {shape} and cannot be laid out in rows and columns. Choose a layer with places.</source>
        <translation>У «{name}» форма {shape}, её не разложить на строки и столбцы. Выберите слой с местами.</translation>
    </message>
    <message numerus="yes">
        <source>&quot;{name}&quot; takes {n} inputs ({names}), not {given}.</source>
        <translation>
            <numerusform>«{name}» принимает {n} вход ({names}), а не {given}.</numerusform>
            <numerusform>«{name}» принимает {n} входа ({names}), а не {given}.</numerusform>
            <numerusform>«{name}» принимает {n} входов ({names}), а не {given}.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;{name}&quot; there is damaged</source>
        <translation>«{name}» там повреждён</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; gives an input no numbers. Write its name, = and a number, or all of its numbers with commas between them: temperature=1.5.</source>
        <translation>«{word}» не задаёт входу чисел. Напишите его имя, знак = и число или все его числа через запятую: temperature=1.5.</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; is no command, option or existing file; the nearest command is &quot;{nearest}&quot;, and --help lists all of them.</source>
        <translation>«{word}» — не команда, не ключ и не существующий файл; ближайшая команда — «{nearest}», а --help перечисляет все.</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; is no number of a class. Count from 0.</source>
        <translation>«{word}» — не номер класса. Считайте от 0.</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; is no whole number from 1 on</source>
        <translation>«{word}» — не целое число от 1</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; is none of {numbers}, channel:LAYER:K</source>
        <translation>«{word}» — не из списка: {numbers}, channel:LAYER:K</translation>
    </message>
    <message>
        <source>, {left:.0f} min left</source>
        <translation>, осталось {left:.0f} мин</translation>
    </message>
    <message>
        <source>, {left:.0f} s left</source>
        <translation>, осталось {left:.0f} с</translation>
    </message>
    <message>
        <source>, {left:.1f} h left</source>
        <translation>, осталось {left:.1f} ч</translation>
    </message>
    <message>
        <source>1,234.5</source>
        <translation>1&#xa0;234,5</translation>
    </message>
    <message>
        <source>: it knows no &quot;{key}&quot;</source>
        <translation>: «{key}» ей неизвестно</translation>
    </message>
    <message>
        <source>: its &quot;{key}&quot; is {found}</source>
        <translation>: «{key}» в ней равно {found}</translation>
    </message>
    <message numerus="yes">
        <source>A classifier needs photos of at least two classes; here there are {n}. Choose a folder with one folder per class.</source>
        <translation>
            <numerusform>Классификатору нужны фото хотя бы двух классов, а здесь {n} класс. Выберите папку, в которой у каждого класса своя папка.</numerusform>
            <numerusform>Классификатору нужны фото хотя бы двух классов, а здесь {n} класса. Выберите папку, в которой у каждого класса своя папка.</numerusform>
            <numerusform>Классификатору нужны фото хотя бы двух классов, а здесь {n} классов. Выберите папку, в которой у каждого класса своя папка.</numerusform>
        </translation>
    </message>
    <message>
        <source>A flip and noise were not tried: their maps would take too long.</source>
        <translation>Отражение и шум не пробовались: их карты заняли бы слишком много времени.</translation>
    </message>
    <message>
        <source>A margin is between classes, not between channels.</source>
        <translation>Отступ бывает между классами, а не между каналами.</translation>
    </message>
    <message>
        <source>A margin of a class against itself is zero everywhere. Choose two classes.</source>
        <translation>Отступ класса от самого себя везде равен нулю. Выберите два класса.</translation>
    </message>
    <message>
        <source>A mask of {mask} is larger than the input of {size} pixels. Choose a smaller one.</source>
        <translation>Маска {mask} больше входа {size} пикселей. Выберите меньшую.</translation>
    </message>
    <message>
        <source>A mask of {mask} with a stride of {stride} cannot work: both are at least 1 pixel.</source>
        <translation>Маска {mask} с шагом {stride} невозможна: и то и другое не меньше 1 пикселя.</translation>
    </message>
    <message>
        <source>A patch lies outside the input of {size} pixels. Rows and columns count from 0.</source>
        <translation>Заплатка лежит за пределами входа {size} пикселей. Строки и столбцы считаются от 0.</translation>
    </message>
    <message>
        <source>A run that was broken off lies in &quot;{file}&quot;. Go on with it (--resume), or start anew (--force).</source>
        <translation>В «{file}» лежит прерванное обучение. Продолжите его (--resume) или начните заново (--force).</translation>
    </message>
    <message>
        <source>A split needs three shares such as 60,20,20, not {text!r}.</source>
        <translation>Для разбиения нужны три доли, например 60,20,20, а не {text!r}.</translation>
    </message>
    <message>
        <source>A split needs three shares that are not negative, such as 60,20,20, not {found}.</source>
        <translation>Для разбиения нужны три неотрицательные доли, например 60,20,20, а не {found}.</translation>
    </message>
    <message>
        <source>A tolerance is a share of 0 or more, for example 0.001.</source>
        <translation>Допуск — это доля от 0, например 0.001.</translation>
    </message>
    <message>
        <source>A − B: blue-red, {low:.4g} to {high:.4g}, red: more in A</source>
        <translation>A − B: сине-красная, от {low:.4g} до {high:.4g}, красное: больше в A</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Активация</translation>
    </message>
    <message>
        <source>Activation of channel {channel}</source>
        <translation>Активация канала {channel}</translation>
    </message>
    <message>
        <source>Adds the gradient up from a blank photo to this one.</source>
        <translation>Складывает градиент на пути от пустого фото к этому.</translation>
    </message>
    <message>
        <source>Adds up to the score within {share}.</source>
        <translation>Сумма сходится с оценкой до {share}.</translation>
    </message>
    <message>
        <source>An export into &quot;{folder}&quot; was interrupted, and what it left cannot be put in order: {why}. Nothing is lost: its files lie in &quot;{workshop}&quot; there.</source>
        <translation>Экспорт в «{folder}» был прерван, и то, что осталось, не привести в порядок: {why}. Ничего не потеряно: его файлы лежат там в «{workshop}».</translation>
    </message>
    <message numerus="yes">
        <source>An input of {size} pixels cannot be cut into {n} × {n} squares.</source>
        <translation>
            <numerusform>Вход {size} пикселей не разрезать на {n} × {n} квадрат.</numerusform>
            <numerusform>Вход {size} пикселей не разрезать на {n} × {n} квадрата.</numerusform>
            <numerusform>Вход {size} пикселей не разрезать на {n} × {n} квадратов.</numerusform>
        </translation>
    </message>
    <message>
        <source>An input of {stated} pixels is too large.</source>
        <translation>Вход {stated} пикселей слишком велик.</translation>
    </message>
    <message>
        <source>Another export into &quot;{folder}&quot; is under way. Wait for its end, or choose another folder.</source>
        <translation>В «{folder}» уже идёт другой экспорт. Дождитесь его конца или выберите другую папку.</translation>
    </message>
    <message>
        <source>Another photo&apos;s map is no rival here: it would take too long with this method.</source>
        <translation>Карта другого фото здесь не соперник: с этим методом на неё ушло бы слишком много времени.</translation>
    </message>
    <message>
        <source>Attention rollout</source>
        <translation>Развёртка внимания</translation>
    </message>
    <message>
        <source>Attention stays within windows or between channels here, so it cannot be followed from the photo to the classes. Use Grad-CAM.</source>
        <translation>Внимание здесь остаётся внутри окон или между каналами, поэтому от фото до классов его не проследить. Возьмите Grad-CAM.</translation>
    </message>
    <message>
        <source>Attention weighed by what raises the score.</source>
        <translation>Внимание, взвешенное тем, что повышает оценку.</translation>
    </message>
    <message>
        <source>Averages the gradient over noisy copies.</source>
        <translation>Усредняет градиент по зашумлённым копиям.</translation>
    </message>
    <message numerus="yes">
        <source>Beats {n} of {total} rivals, depends on the trained weights, and stays put under a flip and noise.</source>
        <translation>
            <numerusform>Побеждено соперников: {n} из {total}; карта зависит от обученных весов и не меняется от отражения и шума.</numerusform>
            <numerusform>Побеждено соперников: {n} из {total}; карта зависит от обученных весов и не меняется от отражения и шума.</numerusform>
            <numerusform>Побеждено соперников: {n} из {total}; карта зависит от обученных весов и не меняется от отражения и шума.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Beats {n} of {total} rivals, not {name}: do not lean on it.</source>
        <translation>
            <numerusform>Побеждено соперников: {n} из {total}, но не «{name}»: не полагайтесь на карту.</numerusform>
            <numerusform>Побеждено соперников: {n} из {total}, но не «{name}»: не полагайтесь на карту.</numerusform>
            <numerusform>Побеждено соперников: {n} из {total}, но не «{name}»: не полагайтесь на карту.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Beats {n} of {total} rivals; the rest was not measured.</source>
        <translation>
            <numerusform>Побеждено соперников: {n} из {total}; остальное не измерено.</numerusform>
            <numerusform>Побеждено соперников: {n} из {total}; остальное не измерено.</numerusform>
            <numerusform>Побеждено соперников: {n} из {total}; остальное не измерено.</numerusform>
        </translation>
    </message>
    <message>
        <source>Blocks count from 0.</source>
        <translation>Блоки считаются от 0.</translation>
    </message>
    <message>
        <source>By chance alone so large a change comes in {tries} of 100 tries</source>
        <translation>По чистой случайности столь большое изменение выходит в {tries} случаях из 100</translation>
    </message>
    <message>
        <source>CUDA cannot be used: {why}. Choose the provider auto or cpu.</source>
        <translation>CUDA использовать нельзя: {why}. Выберите провайдер auto или cpu.</translation>
    </message>
    <message>
        <source>Cannot go on from &quot;{file}&quot;: it is damaged. Start anew with --force.</source>
        <translation>Не продолжить с «{file}»: файл повреждён. Начните заново с --force.</translation>
    </message>
    <message>
        <source>Cannot go on from &quot;{file}&quot;: it is of a run with another model, other photos or other options. Use those, or start anew with --force.</source>
        <translation>Не продолжить с «{file}»: это обучение с другой моделью, другими фото или настройками. Возьмите те же или начните заново с --force.</translation>
    </message>
    <message>
        <source>Cannot inline functions of &quot;{name}&quot;: {why}</source>
        <translation>Не удаётся раскрыть функции «{name}»: {why}</translation>
    </message>
    <message>
        <source>Cannot look into the folder &quot;{folder}&quot;: {why}.</source>
        <translation>Не удаётся заглянуть в папку «{folder}»: {why}.</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot; as a photo: {reason}</source>
        <translation>Не удаётся открыть «{file}» как фото: {reason}</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot; as an ONNX model: {kind}</source>
        <translation>Не удаётся открыть «{file}» как модель ONNX: {kind}</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot;: &quot;{shown}&quot; is too short for its weights. Copy or export both files again.</source>
        <translation>Не удаётся открыть «{file}»: «{shown}» слишком короток для её весов. Скопируйте или экспортируйте оба файла заново.</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot;: for one photo it wants more than {most:.1f} GB of memory, far more than its size explains. It is damaged, or made to do harm.</source>
        <translation>Не удаётся открыть «{file}»: для одного фото нужно больше {most:.1f} ГБ памяти, куда больше, чем следует из размера модели. Она повреждена или сделана во вред.</translation>
    </message>
    <message numerus="yes">
        <source>Cannot open &quot;{file}&quot;: it did not come to an end within {n} seconds of computing. It may hold an endless loop; export it again.</source>
        <translation>
            <numerusform>Не удаётся открыть «{file}»: за {n} секунду вычислений работа не закончилась. Возможно, внутри бесконечный цикл; экспортируйте модель заново.</numerusform>
            <numerusform>Не удаётся открыть «{file}»: за {n} секунды вычислений работа не закончилась. Возможно, внутри бесконечный цикл; экспортируйте модель заново.</numerusform>
            <numerusform>Не удаётся открыть «{file}»: за {n} секунд вычислений работа не закончилась. Возможно, внутри бесконечный цикл; экспортируйте модель заново.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot;: it wants its weights from &quot;{shown}&quot;, which is not a file in the model&apos;s folder.</source>
        <translation>Не удаётся открыть «{file}»: веса должны быть в «{shown}», но это не файл в папке модели.</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot;: its weights are missing. Put &quot;{shown}&quot; into the same folder.</source>
        <translation>Не удаётся открыть «{file}»: не хватает весов. Положите «{shown}» в ту же папку.</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot;: there is not enough memory. Close other programs, or use a smaller model.</source>
        <translation>Не удаётся открыть «{file}»: мало памяти. Закройте другие программы или возьмите модель поменьше.</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot;: this model ended the process that tried it (exit code {code}). It is damaged, or made to do harm; export it again.</source>
        <translation>Не удаётся открыть «{file}»: эта модель завершила процесс, который её пробовал (код выхода {code}). Она повреждена или сделана во вред; экспортируйте её заново.</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot;: {why}. Choose an ONNX file.</source>
        <translation>Не удаётся открыть «{file}»: {why}. Выберите файл ONNX.</translation>
    </message>
    <message>
        <source>Cannot open &quot;{name}&quot;: ONNX Runtime refuses it ({why}). Check the file, or export it again.</source>
        <translation>Не удаётся открыть «{name}»: ONNX Runtime отказывается ({why}). Проверьте файл или экспортируйте его заново.</translation>
    </message>
    <message>
        <source>Cannot open &quot;{name}&quot;: there is not enough memory. Close other programs, or use a smaller model.</source>
        <translation>Не удаётся открыть «{name}»: мало памяти. Закройте другие программы или возьмите модель поменьше.</translation>
    </message>
    <message>
        <source>Cannot read &quot;{file}&quot;: {why}.</source>
        <translation>Не удаётся прочитать «{file}»: {why}.</translation>
    </message>
    <message>
        <source>Cannot read class names from &quot;{file}&quot;: {why}.</source>
        <translation>Не удаётся прочитать имена классов из «{file}»: {why}.</translation>
    </message>
    <message>
        <source>Cannot reopen &quot;{file}&quot;: its entry &quot;{key}&quot; is {found}, not {wanted}. Choose the JSON of an export, as it was written.</source>
        <translation>Не удаётся открыть заново «{file}»: в записи «{key}» стоит {found}, а нужно: {wanted}. Выберите JSON экспорта таким, каким он был записан.</translation>
    </message>
    <message>
        <source>Cannot reopen &quot;{file}&quot;: its entry {key} cannot be used. {why}</source>
        <translation>Не удаётся открыть заново «{file}»: запись {key} использовать нельзя. {why}</translation>
    </message>
    <message>
        <source>Cannot reopen &quot;{file}&quot;: {why}.</source>
        <translation>Не удаётся открыть заново «{file}»: {why}.</translation>
    </message>
    <message>
        <source>Cannot reopen &quot;{file}&quot;: {why}. Choose an export that is whole.</source>
        <translation>Не удаётся открыть заново «{file}»: {why}. Выберите целый экспорт.</translation>
    </message>
    <message>
        <source>Cannot run &quot;{file}&quot; on {size} pixels ({why}). It leaves its size open: give the one that it was trained with.</source>
        <translation>Не удаётся запустить «{file}» на {size} пикселях ({why}). Модель не задаёт свой размер: укажите тот, с которым её обучали.</translation>
    </message>
    <message>
        <source>Cannot save the picture &quot;{file}&quot;: {why}. Choose another name or folder.</source>
        <translation>Не удаётся сохранить картинку «{file}»: {why}. Выберите другое имя или папку.</translation>
    </message>
    <message>
        <source>Cannot save to &quot;{folder}&quot;: {what} stands there that belongs to no export. Nothing there was changed. Choose another folder, or move it away.</source>
        <translation>Не удаётся сохранить в «{folder}»: там лежит {what}, не относящийся к экспорту. Там ничего не изменено. Выберите другую папку или уберите это.</translation>
    </message>
    <message>
        <source>Cannot save to &quot;{folder}&quot;: {why}. {ending} Choose another folder, or make room.</source>
        <translation>Не удаётся сохранить в «{folder}»: {why}. {ending} Выберите другую папку или освободите место.</translation>
    </message>
    <message>
        <source>Cannot use &quot;{file}&quot; as a classifier: it gives one number, as a regression does. Choose a classification model; if the number is the logit of a class, give a file with the class&apos;s name.</source>
        <translation>Не удаётся взять «{file}» как классификатор: он даёт одно число, как регрессия. Выберите модель классификации; если это число — логит класса, дайте файл с именем класса.</translation>
    </message>
    <message>
        <source>Cannot use &quot;{file}&quot; as a classifier: {found}. Choose a classification model.</source>
        <translation>Не удаётся взять «{file}» как классификатор: {found}. Выберите модель классификации.</translation>
    </message>
    <message>
        <source>Cannot use &quot;{file}&quot; as a dataset: it is no folder and no CSV table. Choose a folder with one folder per class.</source>
        <translation>Не удаётся взять «{file}» как набор данных: это не папка и не таблица CSV. Выберите папку, в которой у каждого класса своя папка.</translation>
    </message>
    <message>
        <source>Cannot use &quot;{file}&quot; as an image classifier: {found}; one image (batch, channels, height, width) or (batch, height, width, channels) in float32, float16, bfloat16, float64 or uint8 is needed.</source>
        <translation>Не удаётся взять «{file}» как классификатор изображений: {found}; нужно одно изображение (пакет, каналы, высота, ширина) или (пакет, высота, ширина, каналы) во float32, float16, bfloat16, float64 или uint8.</translation>
    </message>
    <message>
        <source>Cannot use &quot;{file}&quot;: beside the image it wants {tensor}, which cannot be filled in. Export it with that part inside.</source>
        <translation>Не удаётся взять «{file}»: кроме изображения нужен {tensor}, а заполнить его нечем. Экспортируйте модель вместе с этой частью.</translation>
    </message>
    <message numerus="yes">
        <source>Cannot use &quot;{file}&quot;: it takes {n:,} images at a time, more than fit into memory. Export it with a batch of 1.</source>
        <translation>
            <numerusform>Не удаётся взять «{file}»: модель принимает сразу {n:,} изображение, столько не помещается в память. Экспортируйте её с пакетом 1.</numerusform>
            <numerusform>Не удаётся взять «{file}»: модель принимает сразу {n:,} изображения, столько не помещается в память. Экспортируйте её с пакетом 1.</numerusform>
            <numerusform>Не удаётся взять «{file}»: модель принимает сразу {n:,} изображений, столько не помещается в память. Экспортируйте её с пакетом 1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot use the score book in &quot;{folder}&quot;: {why}.</source>
        <translation>Не удаётся взять журнал оценок в «{folder}»: {why}.</translation>
    </message>
    <message>
        <source>Cannot write &quot;{file}&quot;: a model of more than 2 GB does not fit into one ONNX file. Train a smaller one.</source>
        <translation>Не удаётся записать «{file}»: модель больше 2 ГБ не помещается в один файл ONNX. Обучайте модель поменьше.</translation>
    </message>
    <message>
        <source>Cannot write &quot;{file}&quot;: {why}. Choose another folder.</source>
        <translation>Не удаётся записать «{file}»: {why}. Выберите другую папку.</translation>
    </message>
    <message>
        <source>Cannot write &quot;{file}&quot;: {why}. The new model itself stands.</source>
        <translation>Не удаётся записать «{file}»: {why}. Сама новая модель на месте.</translation>
    </message>
    <message>
        <source>Cannot write &quot;{file}&quot;: {why}. Training goes on from the last epoch with --resume once there is room.</source>
        <translation>Не удаётся записать «{file}»: {why}. Когда появится место, обучение продолжится с последней эпохи ключом --resume.</translation>
    </message>
    <message>
        <source>Cannot write &quot;{file}&quot;: {why}. What stood there stands still.</source>
        <translation>Не удаётся записать «{file}»: {why}. То, что там было, на месте.</translation>
    </message>
    <message>
        <source>Cannot write the answer: {why}. Send it elsewhere.</source>
        <translation>Не удаётся записать ответ: {why}. Направьте его в другое место.</translation>
    </message>
    <message>
        <source>Computed in {precision}: logits are off by up to {share} of their range, measured on a few places.</source>
        <translation>Считалось в {precision}: логиты неточны не больше чем на {share} своего размаха, измерено на нескольких местах.</translation>
    </message>
    <message>
        <source>Could not save</source>
        <translation>Сохранить не удалось</translation>
    </message>
    <message>
        <source>Covers one place after another and draws how much the score drops.</source>
        <translation>Закрывает место за местом и рисует, насколько падает оценка.</translation>
    </message>
    <message>
        <source>Covers patterns of squares and fits a straight line to the score.</source>
        <translation>Закрывает узоры из квадратов и подбирает к оценке прямую.</translation>
    </message>
    <message>
        <source>Difference A − B of channel {channel}</source>
        <translation>Разность A − B канала {channel}</translation>
    </message>
    <message>
        <source>Drop in {score}</source>
        <translation>Падение: {score}</translation>
    </message>
    <message>
        <source>Explain &quot;{tensor}&quot; before it</source>
        <translation>Объяснить «{tensor}» перед этим</translation>
    </message>
    <message>
        <source>Explain the logit</source>
        <translation>Объяснить логит</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>ОШИБКА</translation>
    </message>
    <message>
        <source>Fine-tuning · epoch {epoch} of {epochs}</source>
        <translation>Дообучение · эпоха {epoch} из {epochs}</translation>
    </message>
    <message>
        <source>Fine-tuning · reading photos</source>
        <translation>Дообучение · чтение фото</translation>
    </message>
    <message>
        <source>Fine-tuning · testing the new model</source>
        <translation>Дообучение · проверка новой модели</translation>
    </message>
    <message>
        <source>Follows attention through all blocks. Not of one class.</source>
        <translation>Прослеживает внимание через все блоки. Не для отдельного класса.</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Grad-CAM and training</source>
        <translation>Grad-CAM и обучение</translation>
    </message>
    <message>
        <source>Grad-CAM, by the torch twin</source>
        <translation>Grad-CAM двойником в torch</translation>
    </message>
    <message>
        <source>Gradient × attention</source>
        <translation>Градиент × внимание</translation>
    </message>
    <message>
        <source>Gradient × attention of the {score}</source>
        <translation>Градиент × внимание: {score}</translation>
    </message>
    <message>
        <source>Gradient × feature map, place by place, added up.</source>
        <translation>Градиент × карта признаков, место за местом, и сумма.</translation>
    </message>
    <message>
        <source>Gradients of &quot;{name}&quot; cannot be trusted: the logits differ by {share:.1e} of their range{where}. Occlusion and activations still work.</source>
        <translation>Градиентам «{name}» нельзя верить: логиты расходятся на {share:.1e} своего размаха{where}. Перекрытие и активации по-прежнему работают.</translation>
    </message>
    <message>
        <source>Hardly changes when the weights are drawn anew ({value:.2f}).</source>
        <translation>Почти не меняется, когда веса разыграны заново ({value:.2f}).</translation>
    </message>
    <message>
        <source>HiResCAM</source>
        <translation>HiResCAM</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>ошибка ввода-вывода</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>Интегрированные градиенты</translation>
    </message>
    <message>
        <source>Integrated gradients need at least one step.</source>
        <translation>Интегрированным градиентам нужен хотя бы один шаг.</translation>
    </message>
    <message>
        <source>Integrated gradients of the {score}</source>
        <translation>Интегрированные градиенты: {score}</translation>
    </message>
    <message>
        <source>Interrupted; what was not finished was not written.</source>
        <translation>Прервано; то, что не закончено, не записано.</translation>
    </message>
    <message numerus="yes">
        <source>It had not ended after {n} seconds.</source>
        <translation>
            <numerusform>Прошла {n} секунда, а работа не закончилась.</numerusform>
            <numerusform>Прошло {n} секунды, а работа не закончилась.</numerusform>
            <numerusform>Прошло {n} секунд, а работа не закончилась.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It took {n} steps.</source>
        <translation>
            <numerusform>Понадобился {n} шаг.</numerusform>
            <numerusform>Понадобилось {n} шага.</numerusform>
            <numerusform>Понадобилось {n} шагов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its EXIF data cannot be read, so it may lie on its side.</source>
        <translation>Данные EXIF не читаются, поэтому фото может лежать на боку.</translation>
    </message>
    <message>
        <source>Its colour profile {profile} is ignored: it is read as sRGB, as classifiers&apos; own tool chains do.</source>
        <translation>Цветовой профиль {profile} не учтён: фото прочитано как sRGB, как это делают инструменты самих классификаторов.</translation>
    </message>
    <message>
        <source>Its colours were converted to sRGB from {profile}.</source>
        <translation>Цвета преобразованы в sRGB из {profile}.</translation>
    </message>
    <message>
        <source>Its values, {low:g} to {high:g}, are shown as if they spanned {black:g} to {white:g}.</source>
        <translation>Значения от {low:g} до {high:g} показаны так, будто они занимают от {black:g} до {white:g}.</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP, BMP, TIFF, GIF, AVIF, ICO and PNM</source>
        <translation>JPEG, PNG, WebP, BMP, TIFF, GIF, AVIF, ICO и PNM</translation>
    </message>
    <message>
        <source>Keep negative evidence</source>
        <translation>Оставить отрицательное</translation>
    </message>
    <message>
        <source>L2 of all weights (1e-4)</source>
        <translation>L2 всех весов (1e-4)</translation>
    </message>
    <message>
        <source>LIME</source>
        <translation>LIME</translation>
    </message>
    <message numerus="yes">
        <source>LIME fits {most:,} samples at the most, not {n:,}.</source>
        <translation>
            <numerusform>LIME берёт не больше {most:,} выборок, а не {n:,}.</numerusform>
            <numerusform>LIME берёт не больше {most:,} выборок, а не {n:,}.</numerusform>
            <numerusform>LIME берёт не больше {most:,} выборок, а не {n:,}.</numerusform>
        </translation>
    </message>
    <message>
        <source>LIME needs a positive kernel width and a ridge from 0 on.</source>
        <translation>LIME нужны положительная ширина ядра и гребень от 0.</translation>
    </message>
    <message>
        <source>LIME needs at least 2 × 2 squares, 2 samples and a seed from 0 on.</source>
        <translation>LIME нужны хотя бы 2 × 2 квадрата, 2 выборки и зерно от 0.</translation>
    </message>
    <message>
        <source>LIME of the {score}</source>
        <translation>LIME: {score}</translation>
    </message>
    <message>
        <source>LayerCAM</source>
        <translation>LayerCAM</translation>
    </message>
    <message>
        <source>Logit</source>
        <translation>Логит</translation>
    </message>
    <message>
        <source>Map is sound: {share} of the places are positive before the ReLU.</source>
        <translation>Карта надёжна: до ReLU положительны {share} мест.</translation>
    </message>
    <message>
        <source>Map is sound: {share} of the places are positive.</source>
        <translation>Карта надёжна: положительны {share} мест.</translation>
    </message>
    <message>
        <source>Microsoft&apos;s Visual C++ Redistributable is not installed</source>
        <translation>распространяемый пакет Microsoft Visual C++ не установлен</translation>
    </message>
    <message>
        <source>Misses the score by {share}: take more steps.</source>
        <translation>Расходится с оценкой на {share}: возьмите больше шагов.</translation>
    </message>
    <message>
        <source>Moved by one place they would be right on {share:.0f} % of the photos.</source>
        <translation>При сдвиге на одно место они были бы верны на {share:.0f} % фото.</translation>
    </message>
    <message>
        <source>Moves under noise ({value:.2f}).</source>
        <translation>Меняется от шума ({value:.2f}).</translation>
    </message>
    <message>
        <source>Moves when the photo is flipped ({value:.2f}).</source>
        <translation>Меняется, когда фото отражено ({value:.2f}).</translation>
    </message>
    <message>
        <source>NVIDIA driver</source>
        <translation>драйвер NVIDIA</translation>
    </message>
    <message>
        <source>Nearly nothing is left: {share} of the places are positive.</source>
        <translation>Почти ничего не осталось: положительны {share} мест.</translation>
    </message>
    <message>
        <source>NetGaze</source>
        <translation>NetGaze</translation>
    </message>
    <message>
        <source>NetGaze does not use it</source>
        <translation>NetGaze его не использует</translation>
    </message>
    <message>
        <source>NetGaze made a mistake</source>
        <translation>NetGaze ошибся</translation>
    </message>
    <message>
        <source>NetGaze made a mistake when it compared the gradients with the model.</source>
        <translation>При сравнении градиентов с моделью NetGaze ошибся.</translation>
    </message>
    <message>
        <source>NetGaze made a mistake when it prepared the gradients of this model. Occlusion and activations still work.</source>
        <translation>При подготовке градиентов этой модели NetGaze ошибся. Перекрытие и активации по-прежнему работают.</translation>
    </message>
    <message>
        <source>NetGaze made a mistake; nothing that was not finished was written. Python&apos;s option -X dev shows where it happened. {kind}: {said}</source>
        <translation>NetGaze ошибся; ничего незаконченного не записано. Ключ -X dev у Python покажет, где это случилось. {kind}: {said}</translation>
    </message>
    <message>
        <source>NetGaze&apos;s notes have no entry of this name.{hint}</source>
        <translation>В заметках NetGaze нет записи с таким именем.{hint}</translation>
    </message>
    <message>
        <source>No class leans on one part of the picture.</source>
        <translation>Ни один класс не опирается на одну часть кадра.</translation>
    </message>
    <message>
        <source>No class of the model fits {names}; their photos count in no metric. Say with --match which class they are.</source>
        <translation>Ни один класс модели не подходит к {names}; эти фото не входят ни в одну метрику. Укажите их класс ключом --match.</translation>
    </message>
    <message>
        <source>No difference: the maps of both photos differ in size.</source>
        <translation>Разности нет: карты двух фото разного размера.</translation>
    </message>
    <message numerus="yes">
        <source>No gradients for &quot;{model}&quot;: {n} operators are missing: {listed}. Occlusion and activations still work.</source>
        <translation>
            <numerusform>Для «{model}» нет градиентов: не хватает {n} оператора: {listed}. Перекрытие и активации по-прежнему работают.</numerusform>
            <numerusform>Для «{model}» нет градиентов: не хватает {n} операторов: {listed}. Перекрытие и активации по-прежнему работают.</numerusform>
            <numerusform>Для «{model}» нет градиентов: не хватает {n} операторов: {listed}. Перекрытие и активации по-прежнему работают.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No gradients: {n} operators missing</source>
        <translation>
            <numerusform>Нет градиентов: не хватает {n} оператора</numerusform>
            <numerusform>Нет градиентов: не хватает {n} операторов</numerusform>
            <numerusform>Нет градиентов: не хватает {n} операторов</numerusform>
        </translation>
    </message>
    <message>
        <source>No photo of &quot;{name}&quot; can be read. The first one: {why}</source>
        <translation>Ни одно фото из «{name}» не читается. Первое: {why}</translation>
    </message>
    <message>
        <source>No photo of &quot;{name}&quot; is in its part {part}. Choose another with --split.</source>
        <translation>В «{name}» нет фото в части {part}. Выберите другую ключом --split.</translation>
    </message>
    <message>
        <source>No place was computed yet.</source>
        <translation>Ни одно место ещё не вычислено.</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>нет такого файла или папки</translation>
    </message>
    <message>
        <source>No tensor of &quot;{file}&quot; has rows and columns, so there is nothing to draw. Use occlusion.</source>
        <translation>Ни у одного тензора «{file}» нет строк и столбцов, рисовать нечего. Возьмите перекрытие.</translation>
    </message>
    <message>
        <source>Nobody says what the model is given beside the photo: {inputs}. The option --input says it.</source>
        <translation>Не сказано, что модель получает кроме фото: {inputs}. Это задаёт ключ --input.</translation>
    </message>
    <message>
        <source>Noise alone moves the map by {share}.</source>
        <translation>Один только шум сдвигает карту на {share}.</translation>
    </message>
    <message>
        <source>Not a number from &quot;{tensor}&quot; on.</source>
        <translation>Не число начиная с «{tensor}».</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>Мало памяти</translation>
    </message>
    <message>
        <source>Nothing there was changed.</source>
        <translation>Там ничего не изменено.</translation>
    </message>
    <message>
        <source>Nothing trains behind &quot;{layer}&quot;: it does not lead to the classes. Choose a layer before them.</source>
        <translation>За «{layer}» ничего не обучается: он не ведёт к классам. Выберите слой перед ними.</translation>
    </message>
    <message>
        <source>ONNX Runtime</source>
        <translation>ONNX Runtime</translation>
    </message>
    <message>
        <source>ONNX Runtime does not use it here, and does not say why</source>
        <translation>ONNX Runtime её здесь не использует и не говорит почему</translation>
    </message>
    <message>
        <source>ONNX Runtime was built for CUDA {version}, which is too old</source>
        <translation>ONNX Runtime собран для CUDA {version}, это слишком старая версия</translation>
    </message>
    <message>
        <source>ONNX Runtime&apos;s optimiser changes the answers of this model, so it is run node by node, as the file says.</source>
        <translation>Оптимизатор ONNX Runtime меняет ответы этой модели, поэтому она считается узел за узлом, как в файле.</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>Перекрытие</translation>
    </message>
    <message>
        <source>One copy: how far noise moves the map is not known.</source>
        <translation>Одна копия: насколько шум сдвигает карту, неизвестно.</translation>
    </message>
    <message numerus="yes">
        <source>One map would take over {n:.0f} seconds.</source>
        <translation>
            <numerusform>Одна карта заняла бы больше {n:.0f} секунды.</numerusform>
            <numerusform>Одна карта заняла бы больше {n:.0f} секунд.</numerusform>
            <numerusform>Одна карта заняла бы больше {n:.0f} секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>One photo proves little: most ways agree with {way}. Choose a folder of labelled photos.</source>
        <translation>Одно фото доказывает мало: большинство способов согласны с «{way}». Выберите папку с размеченными фото.</translation>
    </message>
    <message>
        <source>Only its first frame can be read.</source>
        <translation>Читается только первый кадр.</translation>
    </message>
    <message>
        <source>Only the classes have probabilities. Explain the value of &quot;{tensor}&quot; itself: choose the logit.</source>
        <translation>Вероятности есть только у классов. Объясняйте само значение «{tensor}»: выберите логит.</translation>
    </message>
    <message>
        <source>Other weights were not tried: that would take too long with this method.</source>
        <translation>Другие веса не пробовались: с этим методом на них ушло бы слишком много времени.</translation>
    </message>
    <message>
        <source>Parts of the old and of the new export stand there. Nothing is lost: the next export into this folder puts it in order.</source>
        <translation>Там лежат части старого и нового экспорта. Ничего не потеряно: следующий экспорт в эту папку приведёт их в порядок.</translation>
    </message>
    <message>
        <source>Pictures cannot have a side of {side} pixels. Give {least} to {most}, or none for the photo&apos;s own size.</source>
        <translation>У картинки не может быть сторона {side} пикселей. Задайте от {least} до {most} или ничего, чтобы взять размер фото.</translation>
    </message>
    <message>
        <source>Preprocessing cannot have a scale or std of zero, nor an infinite one.</source>
        <translation>В предобработке scale и std не могут быть нулём, а scale — ещё и бесконечностью.</translation>
    </message>
    <message numerus="yes">
        <source>Preprocessing needs {n} numbers as {word} for {channels}, not {found}.</source>
        <translation>
            <numerusform>Для предобработки {channels} нужно {n} число {word}, а не {found}.</numerusform>
            <numerusform>Для предобработки {channels} нужны {n} числа {word}, а не {found}.</numerusform>
            <numerusform>Для предобработки {channels} нужно {n} чисел {word}, а не {found}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Вероятность</translation>
    </message>
    <message>
        <source>RISE</source>
        <translation>RISE</translation>
    </message>
    <message>
        <source>RISE cannot keep {share} of the cells: give a share between 0 and 1.</source>
        <translation>RISE не может оставить {share} ячеек: задайте долю между 0 и 1.</translation>
    </message>
    <message>
        <source>RISE needs at least one mask, 1 to {most:,} cells and a seed from 0 on.</source>
        <translation>RISE нужны хотя бы одна маска, от 1 до {most:,} ячеек и зерно от 0.</translation>
    </message>
    <message>
        <source>RISE of the {score}</source>
        <translation>RISE: {score}</translation>
    </message>
    <message>
        <source>Ranking of {dataset}</source>
        <translation>Ранжирование: {dataset}</translation>
    </message>
    <message>
        <source>Row {number} of &quot;{file}&quot; has the mark &quot;{word}&quot;; there are {words}.{hint}</source>
        <translation>В строке {number} файла «{file}» стоит пометка «{word}»; бывают {words}.{hint}</translation>
    </message>
    <message>
        <source>Row {number} of &quot;{file}&quot; has the split &quot;{word}&quot;; there are {parts}.</source>
        <translation>В строке {number} файла «{file}» стоит часть «{word}»; бывают {parts}.</translation>
    </message>
    <message>
        <source>Row {number} of &quot;{file}&quot; names no photo.</source>
        <translation>Строка {number} файла «{file}» не называет фото.</translation>
    </message>
    <message>
        <source>Row {number} of &quot;{file}&quot; says {word}, but not {what}.</source>
        <translation>Строка {number} файла «{file}» говорит {word}, но не даёт {what}.</translation>
    </message>
    <message numerus="yes">
        <source>Row {number} of the class names has {n} cells, but the first row promises at least {cells}. Complete or remove it.</source>
        <translation>
            <numerusform>В строке {number} имён классов {n} ячейка, а первая строка обещает не меньше {cells}. Дополните её или уберите.</numerusform>
            <numerusform>В строке {number} имён классов {n} ячейки, а первая строка обещает не меньше {cells}. Дополните её или уберите.</numerusform>
            <numerusform>В строке {number} имён классов {n} ячеек, а первая строка обещает не меньше {cells}. Дополните её или уберите.</numerusform>
        </translation>
    </message>
    <message>
        <source>SGD with momentum, or AdamW (sgdm)</source>
        <translation>SGD с импульсом или AdamW (sgdm)</translation>
    </message>
    <message>
        <source>Says what was attended to, not what spoke for the class.</source>
        <translation>Говорит, на что обращено внимание, а не что было за класс.</translation>
    </message>
    <message>
        <source>Score-CAM</source>
        <translation>Score-CAM</translation>
    </message>
    <message>
        <source>Score-CAM explains a probability. Choose the probability.</source>
        <translation>Score-CAM объясняет вероятность. Выберите вероятность.</translation>
    </message>
    <message>
        <source>Score-CAM needs at least one channel.</source>
        <translation>Score-CAM нужен хотя бы один канал.</translation>
    </message>
    <message>
        <source>Score-CAM of the {score}</source>
        <translation>Score-CAM: {score}</translation>
    </message>
    <message>
        <source>Several outputs could hold the classes: {names}. &quot;{output}&quot; is read; the option --output chooses another.</source>
        <translation>Классы могут быть в нескольких выходах: {names}. Читается «{output}»; другой выбирает ключ --output.</translation>
    </message>
    <message>
        <source>Show the layer before</source>
        <translation>Показать слой перед ним</translation>
    </message>
    <message>
        <source>Shows the photo through each feature map and weighs it by the score.</source>
        <translation>Показывает фото через каждую карту признаков и взвешивает её оценкой.</translation>
    </message>
    <message>
        <source>Shows the photo through random grids and averages the score.</source>
        <translation>Показывает фото через случайные сетки и усредняет оценку.</translation>
    </message>
    <message>
        <source>SmoothGrad</source>
        <translation>SmoothGrad</translation>
    </message>
    <message>
        <source>SmoothGrad needs at least one sample and one step, noise from 0 to {most:.0f} and a seed from 0 on.</source>
        <translation>SmoothGrad нужны хотя бы одна выборка и один шаг, шум от 0 до {most:.0f} и зерно от 0.</translation>
    </message>
    <message>
        <source>SmoothGrad of the {score}</source>
        <translation>SmoothGrad: {score}</translation>
    </message>
    <message>
        <source>Standard error: {share} of the largest value.</source>
        <translation>Стандартная ошибка: {share} от наибольшего значения.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after {n} epochs; epoch {best} is kept. With --resume it goes on.</source>
        <translation>
            <numerusform>Остановлено после {n} эпохи; сохранена эпоха {best}. С --resume можно продолжить.</numerusform>
            <numerusform>Остановлено после {n} эпох; сохранена эпоха {best}. С --resume можно продолжить.</numerusform>
            <numerusform>Остановлено после {n} эпох; сохранена эпоха {best}. С --resume можно продолжить.</numerusform>
        </translation>
    </message>
    <message>
        <source>The ReLU removed everything: no place speaks for this class at this layer.</source>
        <translation>ReLU убрала всё: на этом слое ни одно место не говорит за этот класс.</translation>
    </message>
    <message>
        <source>The entry &quot;{key}&quot; in {where} cannot be used. {why}</source>
        <translation>Запись «{key}» ({where}) использовать нельзя. {why}</translation>
    </message>
    <message>
        <source>The entry &quot;{name}&quot; of &quot;{file}&quot; is {stated}, which is no class of the model; give one class&apos;s name, its index, or null.{hint}</source>
        <translation>В записи «{name}» файла «{file}» стоит {stated}, а это не класс модели; задайте имя класса, его номер или null.{hint}</translation>
    </message>
    <message numerus="yes">
        <source>The first of {n} frames is shown.</source>
        <translation>
            <numerusform>Показан первый из {n} кадра.</numerusform>
            <numerusform>Показан первый из {n} кадров.</numerusform>
            <numerusform>Показан первый из {n} кадров.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first of {n} pages is shown.</source>
        <translation>
            <numerusform>Показана первая из {n} страницы.</numerusform>
            <numerusform>Показана первая из {n} страниц.</numerusform>
            <numerusform>Показана первая из {n} страниц.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder &quot;{folder}&quot; is not there any more. What was scored is kept; it goes on when the folder is back.</source>
        <translation>Папки «{folder}» больше нет. Оценённое сохранено; работа продолжится, когда папка вернётся.</translation>
    </message>
    <message>
        <source>The given list</source>
        <translation>Заданный список</translation>
    </message>
    <message>
        <source>The gradient at &quot;{tensor}&quot; is no number.</source>
        <translation>Градиент у «{tensor}» — не число.</translation>
    </message>
    <message>
        <source>The gradient is zero: nothing here changes the {score}.</source>
        <translation>Градиент нулевой: {score} здесь ни от чего не зависит.</translation>
    </message>
    <message>
        <source>The gradient is {degree}: the {activation} is saturated (p = {p:.3f}).</source>
        <translation>Градиент {degree}: {activation} в насыщении (p = {p:.3f}).</translation>
    </message>
    <message>
        <source>The head cannot be &quot;{tensor}&quot;: no learnt layer makes it. The usual one is &quot;{usual}&quot;.</source>
        <translation>Головой не может быть «{tensor}»: его не создаёт обученный слой. Обычно это «{usual}».</translation>
    </message>
    <message>
        <source>The head of &quot;{file}&quot; cannot be replaced: {why}. Choose another layer.</source>
        <translation>Голову «{file}» заменить нельзя: {why}. Выберите другой слой.</translation>
    </message>
    <message>
        <source>The input &quot;{name}&quot; is {dtype} and cannot be {numbers}.</source>
        <translation>Вход «{name}» имеет тип {dtype}, в нём не может стоять {numbers}.</translation>
    </message>
    <message numerus="yes">
        <source>The input &quot;{name}&quot; takes {n} numbers, or one for all of them, not {found}.</source>
        <translation>
            <numerusform>Вход «{name}» принимает {n} число или одно на всё, а не {found}.</numerusform>
            <numerusform>Вход «{name}» принимает {n} числа или одно на всё, а не {found}.</numerusform>
            <numerusform>Вход «{name}» принимает {n} чисел или одно на всё, а не {found}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The input of this model is {declared} pixels, it cannot be {stated}.</source>
        <translation>Вход этой модели — {declared} пикселей, он не может быть {stated}.</translation>
    </message>
    <message>
        <source>The layer {layer} has no channel {channel}: it has {count}, counted from 0.</source>
        <translation>У слоя {layer} нет канала {channel}: всего их {count}, считая от 0.</translation>
    </message>
    <message>
        <source>The leading class is the one to compare against. Choose a target.</source>
        <translation>Сравнивать нужно с первым классом, а он и есть цель. Выберите цель.</translation>
    </message>
    <message>
        <source>The line explains only {share} of the changes: do not read single squares.</source>
        <translation>Прямая объясняет лишь {share} изменений: не читайте отдельные квадраты.</translation>
    </message>
    <message>
        <source>The line explains {share} of the changes.</source>
        <translation>Прямая объясняет {share} изменений.</translation>
    </message>
    <message>
        <source>The loss is not a number since step {step}. Epoch {best} is kept. Try a smaller learning rate.</source>
        <translation>С шага {step} потери — не число. Эпоха {best} сохранена. Попробуйте меньшую скорость обучения.</translation>
    </message>
    <message>
        <source>The loss is not a number since step {step}. Nothing is kept: no epoch had ended. Try a smaller learning rate.</source>
        <translation>С шага {step} потери — не число. Ничего не сохранено: ни одна эпоха не закончилась. Попробуйте меньшую скорость обучения.</translation>
    </message>
    <message>
        <source>The map is not complete yet. Continue it first.</source>
        <translation>Карта ещё не готова. Сначала продолжите её.</translation>
    </message>
    <message>
        <source>The map is {ratio} of the score: noise.</source>
        <translation>Карта — {ratio} от оценки: шум.</translation>
    </message>
    <message>
        <source>The model &quot;{file}&quot; is not the one that the export was made with.</source>
        <translation>Модель «{file}» — не та, с которой сделан экспорт.</translation>
    </message>
    <message>
        <source>The model computes in bfloat16; here it computes in float32.</source>
        <translation>Модель считает в bfloat16; здесь она считает во float32.</translation>
    </message>
    <message>
        <source>The model&apos;s metadata</source>
        <translation>Метаданные модели</translation>
    </message>
    <message>
        <source>The model&apos;s sidecar</source>
        <translation>Файл рядом с моделью</translation>
    </message>
    <message>
        <source>The network is less sure than right: where it says {said:.2f}, it is right in {right:.0f} of 100.</source>
        <translation>Сеть уверена меньше, чем права: где говорит {said:.2f}, она права в {right:.0f} случаях из 100.</translation>
    </message>
    <message>
        <source>The network is more sure than right: where it says {said:.2f}, it is right in {right:.0f} of 100.</source>
        <translation>Сеть уверена больше, чем права: где говорит {said:.2f}, она права в {right:.0f} случаях из 100.</translation>
    </message>
    <message>
        <source>The network says what it knows.</source>
        <translation>Сеть говорит то, что знает.</translation>
    </message>
    <message>
        <source>The new file answers otherwise in ONNX Runtime than the network that was trained: {apart:.2g} apart, {allowed:.2g} allowed. It was not kept. {hint}</source>
        <translation>Новый файл отвечает в ONNX Runtime не так, как обученная сеть: расхождение {apart:.2g}, допустимо {allowed:.2g}. Он не сохранён. {hint}</translation>
    </message>
    <message>
        <source>The new model is an ONNX file: &quot;{file}&quot; must end in .onnx.</source>
        <translation>Новая модель — файл ONNX: «{file}» должен оканчиваться на .onnx.</translation>
    </message>
    <message>
        <source>The number of {name} must be at least 1, not {value}.</source>
        <translation>Число {name} должно быть не меньше 1, а не {value}.</translation>
    </message>
    <message>
        <source>The numbers of &quot;{file}&quot; are others now: {found}. Was the model, the photo or a version changed?</source>
        <translation>Числа «{file}» теперь другие: {found}. Изменились модель, фото или версия?</translation>
    </message>
    <message numerus="yes">
        <source>The patience must be at least 1 epoch, not {n}.</source>
        <translation>
            <numerusform>Терпение должно быть не меньше 1 эпохи, а не {n}.</numerusform>
            <numerusform>Терпение должно быть не меньше 1 эпохи, а не {n}.</numerusform>
            <numerusform>Терпение должно быть не меньше 1 эпохи, а не {n}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The perplexity is a number of neighbours from {least} to {most}, not {found:g}.</source>
        <translation>Перплексия — число соседей от {least} до {most}, а не {found:g}.</translation>
    </message>
    <message>
        <source>The photo &quot;{file}&quot; is not the one that the export was made with.</source>
        <translation>Фото «{file}» — не то, с которым сделан экспорт.</translation>
    </message>
    <message>
        <source>The photo&apos;s short side cannot be resized to {short} pixels: the input has {least}.</source>
        <translation>Короткую сторону фото нельзя сжать до {short} пикселей: у входа {least}.</translation>
    </message>
    <message>
        <source>logits differ by {share} of their range</source>
        <translation>логиты расходятся на {share} своего размаха</translation>
    </message>
    <message>
        <source>where networks run: auto (a graphics card where that works), cpu, cuda; cuda-tf32 and cuda-float16 cover places with less precision, and say how far that is off</source>
        <translation>где считаются сети: auto (видеокарта, если она работает), cpu, cuda; cuda-tf32 и cuda-float16 закрывают места с меньшей точностью и говорят, насколько</translation>
    </message>
    <message>
        <source>The model takes four channels: it is fed RGBA, all opaque. The option --alpha kept feeds it the transparency of photos.</source>
        <translation>Модель берёт четыре канала: ей даётся RGBA, всё непрозрачно. С ключом --alpha kept подаётся прозрачность фото.</translation>
    </message>
    <message>
        <source>&lt;0.1 %</source>
        <translation>&lt;0,1 %</translation>
    </message>
    <message>
        <source>&lt;1 %</source>
        <translation>&lt;1 %</translation>
    </message>
    <message>
        <source>Axes are one of {choices}, not &quot;{axes}&quot;.</source>
        <translation>Оси задаёт одно из {choices}, а не «{axes}».</translation>
    </message>
    <message numerus="yes">
        <source>Beats {n} of {total} rivals and depends on the trained weights; a flip and noise were not tried.</source>
        <translation>
            <numerusform>Побеждено соперников: {n} из {total}; карта зависит от обученных весов; отражение и шум не пробовались.</numerusform>
            <numerusform>Побеждено соперников: {n} из {total}; карта зависит от обученных весов; отражение и шум не пробовались.</numerusform>
            <numerusform>Побеждено соперников: {n} из {total}; карта зависит от обученных весов; отражение и шум не пробовались.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Beats {n} of {total} rivals and stays put under a flip and noise; other weights were not tried.</source>
        <translation>
            <numerusform>Побеждено соперников: {n} из {total}; карта не меняется от отражения и шума; другие веса не пробовались.</numerusform>
            <numerusform>Побеждено соперников: {n} из {total}; карта не меняется от отражения и шума; другие веса не пробовались.</numerusform>
            <numerusform>Побеждено соперников: {n} из {total}; карта не меняется от отражения и шума; другие веса не пробовались.</numerusform>
        </translation>
    </message>
    <message>
        <source>CUDA cannot be used: {why}. The network runs on the CPU.</source>
        <translation>CUDA использовать нельзя: {why}. Сеть работает на процессоре.</translation>
    </message>
    <message>
        <source>Cannot open &quot;{file}&quot; as an ONNX model: {found}. {help}</source>
        <translation>Не удаётся открыть «{file}» как модель ONNX: {found}. {help}</translation>
    </message>
    <message>
        <source>Cannot reopen &quot;{file}&quot;: its heatmap.npy is no map of rows and columns.</source>
        <translation>Не удаётся открыть заново «{file}»: heatmap.npy в нём — не карта из строк и столбцов.</translation>
    </message>
    <message>
        <source>Cannot use &quot;{file}&quot; yet: its input {tensor} leaves open which axis holds the channels, and how many there are. Say its axes: {choices}.</source>
        <translation>Пока не удаётся взять «{file}»: по входу {tensor} не понять, на какой оси каналы и сколько их. Укажите оси: {choices}.</translation>
    </message>
    <message>
        <source>Export the model to ONNX again, or choose another file.</source>
        <translation>Экспортируйте модель в ONNX заново или выберите другой файл.</translation>
    </message>
    <message>
        <source>Fetch it by &quot;git lfs pull&quot;, or choose another file.</source>
        <translation>Загрузите её командой «git lfs pull» или выберите другой файл.</translation>
    </message>
    <message>
        <source>Other weights were not tried: some operators of this network have no gradients here.</source>
        <translation>Другие веса не пробовались: у некоторых операторов этой сети здесь нет градиентов.</translation>
    </message>
    <message>
        <source>Other weights were not tried: this method takes no gradients, and only the torch twin&apos;s weights can be drawn anew.</source>
        <translation>Другие веса не пробовались: этот метод не берёт градиентов, а разыграть заново можно только веса двойника в torch.</translation>
    </message>
    <message>
        <source>Shows what an image classifier looks at. Without a command: netgaze [MODEL] [PHOTO] opens the window; netgaze --self-test tries all of it, unseen.</source>
        <translation>Показывает, на что смотрит классификатор изображений. Без команды: netgaze [MODEL] [PHOTO] открывает окно; netgaze --self-test проверяет всё это, невидимо.</translation>
    </message>
    <message>
        <source>The command line says: {words}</source>
        <translation>Командная строка говорит: {words}</translation>
    </message>
    <message>
        <source>The input of this model is {tensor}; its axes cannot be {axes}.</source>
        <translation>Вход этой модели — {tensor}; осей {axes} у него быть не может.</translation>
    </message>
    <message>
        <source>The picture &quot;{name}&quot; is empty.</source>
        <translation>Картинка «{name}» пуста.</translation>
    </message>
    <message>
        <source>The preprocessing in {where} is not understood{wrong}. It is a preset&apos;s name or {{&quot;channels&quot;: &quot;RGB&quot;, &quot;BGR&quot;, &quot;RGBA&quot;, &quot;gray&quot; or &quot;GGG&quot; (grey three times), &quot;scale&quot;: number, &quot;mean&quot;: numbers, &quot;std&quot;: numbers}}, meaning (x * scale - mean) / std.</source>
        <translation>Предобработка непонятна ({where}){wrong}. Это имя пресета или {{&quot;channels&quot;: &quot;RGB&quot;, &quot;BGR&quot;, &quot;RGBA&quot;, &quot;gray&quot; или &quot;GGG&quot; (серый трижды), &quot;scale&quot;: число, &quot;mean&quot;: числа, &quot;std&quot;: числа}}, то есть (x * scale - mean) / std.</translation>
    </message>
    <message numerus="yes">
        <source>The preprocessing is for {channels}, but the model takes {n} channels.</source>
        <translation>
            <numerusform>Предобработка задана для {channels}, а модель берёт {n} канал.</numerusform>
            <numerusform>Предобработка задана для {channels}, а модель берёт {n} канала.</numerusform>
            <numerusform>Предобработка задана для {channels}, а модель берёт {n} каналов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The quantised output is saturated: {n} classes have its last number, {number}, and cannot be told apart.</source>
        <translation>
            <numerusform>Квантованный выход насыщен: у {n} класса последнее число, {number}, и их не различить.</numerusform>
            <numerusform>Квантованный выход насыщен: у {n} классов последнее число, {number}, и их не различить.</numerusform>
            <numerusform>Квантованный выход насыщен: у {n} классов последнее число, {number}, и их не различить.</numerusform>
        </translation>
    </message>
    <message>
        <source>The review list relabels &quot;{photo}&quot; to &quot;{label}&quot;, which is no class of this dataset.{hint}</source>
        <translation>Список правок даёт «{photo}» метку «{label}», такого класса в этом наборе нет.{hint}</translation>
    </message>
    <message>
        <source>The same, rising gradients only.</source>
        <translation>То же, но только растущие градиенты.</translation>
    </message>
    <message>
        <source>The score book &quot;{folder}&quot; was written for another model or another preprocessing. Choose another folder for it.</source>
        <translation>Журнал оценок «{folder}» записан для другой модели или другой предобработки. Выберите для него другую папку.</translation>
    </message>
    <message numerus="yes">
        <source>The seed must not be negative, but is {n}.</source>
        <translation>
            <numerusform>Зерно не может быть отрицательным, а задано {n}.</numerusform>
            <numerusform>Зерно не может быть отрицательным, а задано {n}.</numerusform>
            <numerusform>Зерно не может быть отрицательным, а задано {n}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tensor &quot;{name}&quot; of &quot;{file}&quot; is no layer: it is neither a map, nor tokens on a grid, nor a vector.</source>
        <translation>Тензор «{name}» в «{file}» — не слой: это не карта, не токены на сетке и не вектор.</translation>
    </message>
    <message>
        <source>The tensor {names} is neither given nor made by the model.</source>
        <translation>Тензор {names} не задан и не создаётся моделью.</translation>
    </message>
    <message numerus="yes">
        <source>The transparency of photos cannot be kept: the model takes {n} channels, not four. Choose white, black or ignored.</source>
        <translation>
            <numerusform>Прозрачность фото сохранить нельзя: модель берёт {n} канал, а не четыре. Выберите white, black или ignored.</numerusform>
            <numerusform>Прозрачность фото сохранить нельзя: модель берёт {n} канала, а не четыре. Выберите white, black или ignored.</numerusform>
            <numerusform>Прозрачность фото сохранить нельзя: модель берёт {n} каналов, а не четыре. Выберите white, black или ignored.</numerusform>
        </translation>
    </message>
    <message>
        <source>The window cannot open because the system library {name} does not load; on Debian and Ubuntu, &quot;sudo apt install {packages}&quot; installs all that it needs.</source>
        <translation>Окно не открывается: не загружается системная библиотека {name}; в Debian и Ubuntu всё нужное ставит «sudo apt install {packages}».</translation>
    </message>
    <message>
        <source>The window cannot open because there is no display; start it in a desktop session, or on Debian and Ubuntu with &quot;sudo apt install xvfb {packages}&quot; and &quot;xvfb-run python main.py&quot;.</source>
        <translation>Окно не открывается: нет экрана; запустите его в графическом сеансе или в Debian и Ubuntu командами «sudo apt install xvfb {packages}» и «xvfb-run python main.py».</translation>
    </message>
    <message>
        <source>The window cannot open on &quot;{name}&quot;, which QT_QPA_PLATFORM names; unset this variable.</source>
        <translation>Окно не открывается на «{name}», который задан в QT_QPA_PLATFORM; снимите эту переменную.</translation>
    </message>
    <message>
        <source>The work was stopped; your files are untouched. Details are in the log.</source>
        <translation>Работа остановлена; ваши файлы не тронуты. Подробности в журнале.</translation>
    </message>
    <message>
        <source>The {name} must be a number above 0, not {value}.</source>
        <translation>Задайте число больше 0 ({name}), а не {value}.</translation>
    </message>
    <message numerus="yes">
        <source>The {n} class names fit better {order}: right on {better:.0f} % of the photos instead of {worse:.0f} %.</source>
        <translation>
            <numerusform>{n} имя класса лучше подходит {order}: верно на {better:.0f} % фото вместо {worse:.0f} %.</numerusform>
            <numerusform>{n} имени классов лучше подходят {order}: верно на {better:.0f} % фото вместо {worse:.0f} %.</numerusform>
            <numerusform>{n} имён классов лучше подходят {order}: верно на {better:.0f} % фото вместо {worse:.0f} %.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no class names in &quot;{file}&quot;. Give a text file with one name a line, a JSON list, or a CSV file with a column called name.</source>
        <translation>В «{file}» нет имён классов. Дайте текстовый файл по имени на строку, список JSON или файл CSV со столбцом name.</translation>
    </message>
    <message>
        <source>There are no photos in the folder &quot;{name}&quot;.</source>
        <translation>В папке «{name}» нет фото.</translation>
    </message>
    <message>
        <source>There is no &quot;{name}&quot; to be seen.</source>
        <translation>«{name}» не видно.</translation>
    </message>
    <message numerus="yes">
        <source>There is no block {first}: the network has {n}, 0 to {last}.</source>
        <translation>
            <numerusform>Блока {first} нет: у сети {n} блок, от 0 до {last}.</numerusform>
            <numerusform>Блока {first} нет: у сети {n} блока, от 0 до {last}.</numerusform>
            <numerusform>Блока {first} нет: у сети {n} блоков, от 0 до {last}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is no channel {channel} in &quot;{tensor}&quot;: it has {n}.</source>
        <translation>
            <numerusform>Канала {channel} в «{tensor}» нет: там {n} канал.</numerusform>
            <numerusform>Канала {channel} в «{tensor}» нет: там {n} канала.</numerusform>
            <numerusform>Канала {channel} в «{tensor}» нет: там {n} каналов.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no class &quot;{word}&quot; in this dataset.{hint}</source>
        <translation>В этом наборе нет класса «{word}».{hint}</translation>
    </message>
    <message numerus="yes">
        <source>There is no class {digits}: the model has {n} classes, 0 to {last}.</source>
        <translation>
            <numerusform>Класса {digits} нет: у модели {n} класс, от 0 до {last}.</numerusform>
            <numerusform>Класса {digits} нет: у модели {n} класса, от 0 до {last}.</numerusform>
            <numerusform>Класса {digits} нет: у модели {n} классов, от 0 до {last}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is no class {index}: the model has {n} classes, 0 to {last}.</source>
        <translation>
            <numerusform>Класса {index} нет: у модели {n} класс, от 0 до {last}.</numerusform>
            <numerusform>Класса {index} нет: у модели {n} класса, от 0 до {last}.</numerusform>
            <numerusform>Класса {index} нет: у модели {n} классов, от 0 до {last}.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no class {wanted!r}.</source>
        <translation>Класса {wanted!r} нет.</translation>
    </message>
    <message>
        <source>There is no class {wanted!r}. Near matches: {classes}.</source>
        <translation>Класса {wanted!r} нет. Похожие: {classes}.</translation>
    </message>
    <message>
        <source>There is no export in &quot;{folder}&quot;. Choose a folder with one of {names}.</source>
        <translation>В «{folder}» нет экспорта. Выберите папку, где есть {names}.</translation>
    </message>
    <message>
        <source>There is no file &quot;{name}&quot;.</source>
        <translation>Файла «{name}» нет.</translation>
    </message>
    <message>
        <source>There is no folder &quot;{folder}&quot; for the new model.</source>
        <translation>Папки «{folder}» для новой модели нет.</translation>
    </message>
    <message>
        <source>There is no folder &quot;{folder}&quot;. Was it moved, or its drive taken out?</source>
        <translation>Папки «{folder}» нет. Её переместили или отключили её диск?</translation>
    </message>
    <message>
        <source>There is no layer &quot;{layer}&quot;.{hint}</source>
        <translation>Слоя «{layer}» нет.{hint}</translation>
    </message>
    <message>
        <source>There is no layer &quot;{name}&quot; in &quot;{file}&quot;.{hint}</source>
        <translation>Слоя «{name}» нет в «{file}».{hint}</translation>
    </message>
    <message>
        <source>There is no layer &quot;{name}&quot;.{hint}</source>
        <translation>Слоя «{name}» нет.{hint}</translation>
    </message>
    <message>
        <source>There is no output &quot;{name}&quot; in &quot;{file}&quot;; there are {names}.{hint}</source>
        <translation>Выхода «{name}» нет в «{file}»; есть {names}.{hint}</translation>
    </message>
    <message>
        <source>There is no photo in &quot;{folder}&quot;. Choose a folder with one folder per class.</source>
        <translation>В «{folder}» нет фото. Выберите папку, в которой у каждого класса своя папка.</translation>
    </message>
    <message>
        <source>There is no photo in &quot;{folder}&quot;. Name a folder with photos, or photos.</source>
        <translation>В «{folder}» нет фото. Укажите папку с фото или сами фото.</translation>
    </message>
    <message>
        <source>There is no preprocessing preset {value!r} ({where}). Presets: {presets}; or give a JSON file.{hint}</source>
        <translation>Пресета предобработки {value!r} ({where}) нет. Есть {presets}; или дайте файл JSON.{hint}</translation>
    </message>
    <message>
        <source>There is no run to go on with: &quot;{file}&quot; is not there. Start without --resume.</source>
        <translation>Продолжать нечего: «{file}» нет. Начните без --resume.</translation>
    </message>
    <message>
        <source>There is no tensor &quot;{name}&quot; in &quot;{file}&quot;.{hint}</source>
        <translation>Тензора «{name}» нет в «{file}».{hint}</translation>
    </message>
    <message>
        <source>There is no tensor &quot;{tensor}&quot; to explain.{hint}</source>
        <translation>Тензора «{tensor}», который нужно объяснить, нет.{hint}</translation>
    </message>
    <message>
        <source>There is no training photo of {names}. Add photos, or change the split.</source>
        <translation>Нет обучающих фото для {names}. Добавьте фото или измените разбиение.</translation>
    </message>
    <message>
        <source>There is no way to resize called {stated}; there are {known}.</source>
        <translation>Способа сжатия {stated} нет; есть {known}.</translation>
    </message>
    <message>
        <source>There is no {name} {word!r}; there are {known}.{hint}</source>
        <translation>Нет такого значения ({name}): {word!r}; есть {known}.{hint}</translation>
    </message>
    <message>
        <source>These class names do not fit</source>
        <translation>Эти имена классов не подходят</translation>
    </message>
    <message>
        <source>These options cannot work</source>
        <translation>Эти настройки невозможны</translation>
    </message>
    <message>
        <source>This cannot be done</source>
        <translation>Это сделать нельзя</translation>
    </message>
    <message>
        <source>This dataset cannot be used</source>
        <translation>Этот набор данных не годится</translation>
    </message>
    <message>
        <source>This file has no batch norm, so the learning rate is 3e-5 where everything trains.</source>
        <translation>В этом файле нет пакетной нормализации, поэтому при обучении всего скорость обучения 3e-5.</translation>
    </message>
    <message>
        <source>This file keeps its attention inside the operator {operator}, with a mask, a past or another form that is not laid open here. Export it with an opset below 23 and without ONNX Runtime&apos;s transformer optimiser.</source>
        <translation>В этом файле внимание внутри оператора {operator}, с маской, с прошлым или в другой форме, которая здесь не раскрывается. Экспортируйте его с opset ниже 23 и без оптимизатора трансформеров ONNX Runtime.</translation>
    </message>
    <message>
        <source>This folder holds an export</source>
        <translation>В этой папке уже есть экспорт</translation>
    </message>
    <message>
        <source>This layer cannot be run at {width} × {height}: a part of the network before it is made for one size. Choose an earlier layer, or switch Larger than trained off.</source>
        <translation>На {width} × {height} этот слой не запустить: часть сети перед ним сделана под один размер. Выберите слой раньше или выключите «Крупнее, чем в обучении».</translation>
    </message>
    <message>
        <source>This layer is 1 × 1 and has no places.</source>
        <translation>Этот слой 1 × 1, мест в нём нет.</translation>
    </message>
    <message>
        <source>This layer lies in the first half of the network: no later one is passed by all gradients of places.</source>
        <translation>Этот слой в первой половине сети: ни через один из поздних не проходят все градиенты мест.</translation>
    </message>
    <message numerus="yes">
        <source>This map kept {n} leading classes to save memory, and class {target} is not among them. Run the map again with this target.</source>
        <translation>
            <numerusform>Эта карта хранит {n} первый класс, чтобы сберечь память, и класса {target} среди них нет. Запустите карту снова с этой целью.</numerusform>
            <numerusform>Эта карта хранит {n} первых класса, чтобы сберечь память, и класса {target} среди них нет. Запустите карту снова с этой целью.</numerusform>
            <numerusform>Эта карта хранит {n} первых классов, чтобы сберечь память, и класса {target} среди них нет. Запустите карту снова с этой целью.</numerusform>
        </translation>
    </message>
    <message>
        <source>This model cannot be used</source>
        <translation>Эта модель не годится</translation>
    </message>
    <message>
        <source>This model has no gradients here</source>
        <translation>У этой модели здесь нет градиентов</translation>
    </message>
    <message>
        <source>This network has no attention.</source>
        <translation>В этой сети нет внимания.</translation>
    </message>
    <message>
        <source>This network has no features in front of its classes that could be compared.</source>
        <translation>В этой сети перед классами нет признаков, которые можно сравнить.</translation>
    </message>
    <message>
        <source>This photo cannot be opened</source>
        <translation>Это фото не открыть</translation>
    </message>
    <message>
        <source>Too few photos to tell how far it can be believed.</source>
        <translation>Фото слишком мало, чтобы сказать, насколько ей можно верить.</translation>
    </message>
    <message>
        <source>Training stopped</source>
        <translation>Обучение остановлено</translation>
    </message>
    <message>
        <source>Transparent places of photos cannot become {stated}; there are {known}.</source>
        <translation>Прозрачные места фото не могут стать {stated}; есть {known}.</translation>
    </message>
    <message>
        <source>Trust needs at least one photo, some minutes and a seed from 0 on.</source>
        <translation>Для доверия нужны хотя бы одно фото, несколько минут и зерно от 0.</translation>
    </message>
    <message>
        <source>Try --float32.</source>
        <translation>Попробуйте --float32.</translation>
    </message>
    <message>
        <source>Trying {file} · first run in a separate process</source>
        <translation>Проба {file} · первый запуск в отдельном процессе</translation>
    </message>
    <message>
        <source>Use {layer}</source>
        <translation>Взять {layer}</translation>
    </message>
    <message numerus="yes">
        <source>Weaker evidence, for these photos have no labels: {way} says what most ways say on {hits} of {n} photos; {now}, used now, on {other}.</source>
        <translation>
            <numerusform>Доказательство слабее, так как у этих фото нет меток: «{way}» говорит то же, что большинство, на {hits} из {n} фото; «{now}», как сейчас, — на {other}.</numerusform>
            <numerusform>Доказательство слабее, так как у этих фото нет меток: «{way}» говорит то же, что большинство, на {hits} из {n} фото; «{now}», как сейчас, — на {other}.</numerusform>
            <numerusform>Доказательство слабее, так как у этих фото нет меток: «{way}» говорит то же, что большинство, на {hits} из {n} фото; «{now}», как сейчас, — на {other}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Weighs each feature map by how much it raises the score, and adds them up.</source>
        <translation>Взвешивает каждую карту признаков тем, насколько она повышает оценку, и складывает.</translation>
    </message>
    <message>
        <source>Went on in float32: {precision} cannot be used ({why}).</source>
        <translation>Продолжено во float32: {precision} не годится ({why}).</translation>
    </message>
    <message>
        <source>Went on on the CPU: {why}.</source>
        <translation>Продолжено на процессоре: {why}.</translation>
    </message>
    <message>
        <source>Went on with smaller batches ({half} instead of {whole}).</source>
        <translation>Продолжено с меньшими пакетами ({half} вместо {whole}).</translation>
    </message>
    <message>
        <source>What stood there stands again, whole.</source>
        <translation>То, что там было, снова на месте, целиком.</translation>
    </message>
    <message>
        <source>a SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>a child process tries a model</source>
        <translation>дочерний процесс пробует модель</translation>
    </message>
    <message>
        <source>a class whose score is subtracted</source>
        <translation>класс, оценка которого вычитается</translation>
    </message>
    <message>
        <source>a class, by index or name (the top class)</source>
        <translation>класс: номер или имя (первый класс)</translation>
    </message>
    <message>
        <source>a file &quot;{name}&quot;</source>
        <translation>файл «{name}»</translation>
    </message>
    <message>
        <source>a file of that name is in the way</source>
        <translation>мешает файл с таким именем</translation>
    </message>
    <message>
        <source>a folder &quot;{name}&quot;</source>
        <translation>каталог «{name}»</translation>
    </message>
    <message>
        <source>a folder with a folder per class, or a CSV (path, label, split)</source>
        <translation>папка с папкой на каждый класс или CSV (path, label, split)</translation>
    </message>
    <message>
        <source>a height and a width in pixels</source>
        <translation>высота и ширина в пикселях</translation>
    </message>
    <message>
        <source>a line for each node; as JSON with the keys name, operator, output, shape, parameters, multiply_adds, memory (bytes), kind, short, attributes</source>
        <translation>строка на каждый узел; в JSON ключи name, operator, output, shape, parameters, multiply_adds, memory (байты), kind, short, attributes</translation>
    </message>
    <message>
        <source>a list of 1 to {most} objects</source>
        <translation>список от 1 до {most} объектов</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>список имён</translation>
    </message>
    <message>
        <source>a list of up to {most:,} numbers</source>
        <translation>список не более чем из {most:,} чисел</translation>
    </message>
    <message>
        <source>a list of up to {most:,} whole numbers</source>
        <translation>список не более чем из {most:,} целых чисел</translation>
    </message>
    <message>
        <source>a part of its path is a file, not a folder</source>
        <translation>часть пути — файл, а не папка</translation>
    </message>
    <message>
        <source>a patch covers a place</source>
        <translation>заплатка закрывает место</translation>
    </message>
    <message>
        <source>a photo, or a folder with a folder of photos for each class</source>
        <translation>фото или папка, где у каждого класса своя папка с фото</translation>
    </message>
    <message>
        <source>a photo; or several, or folders, where all photos are taken</source>
        <translation>фото; или несколько, или папки, из которых берутся все фото</translation>
    </message>
    <message>
        <source>a rectangle: top, left, height, width</source>
        <translation>прямоугольник: top, left, height, width</translation>
    </message>
    <message>
        <source>a small occlusion map</source>
        <translation>маленькая карта перекрытия</translation>
    </message>
    <message>
        <source>a tensor with rows and columns, listed by info --layers (automatic)</source>
        <translation>тензор со строками и столбцами, их перечисляет info --layers (автоматически)</translation>
    </message>
    <message>
        <source>a tensor; info --layers</source>
        <translation>тензор; info --layers</translation>
    </message>
    <message>
        <source>a whole dataset, from best to worst; metrics and suspects</source>
        <translation>весь набор данных, от лучших к худшим; метрики и подозрения</translation>
    </message>
    <message>
        <source>a whole number from {least} to {most}</source>
        <translation>целое число от {least} до {most}</translation>
    </message>
    <message>
        <source>above and below zero</source>
        <translation>выше и ниже нуля</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>активация</translation>
    </message>
    <message>
        <source>activation memory</source>
        <translation>память слоёв</translation>
    </message>
    <message>
        <source>after the ReLU, zero or more</source>
        <translation>после ReLU, от нуля</translation>
    </message>
    <message>
        <source>also the N strongest channels</source>
        <translation>ещё N сильнейших каналов</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>неоднозначный ключ: %(option)s может означать %(matches)s</translation>
    </message>
    <message>
        <source>an ONNX image classifier</source>
        <translation>классификатор изображений ONNX</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>объект</translation>
    </message>
    <message>
        <source>another photo&apos;s map</source>
        <translation>карта другого фото</translation>
    </message>
    <message>
        <source>another program keeps the graphics card for itself</source>
        <translation>видеокарту держит за собой другая программа</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>любое число</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>аргумент %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>как есть</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>как записано</translation>
    </message>
    <message>
        <source>attention: the first block, from 0 on</source>
        <translation>внимание: первый блок, считая от 0</translation>
    </message>
    <message>
        <source>attention: what stands for the heads of a block (mean)</source>
        <translation>внимание: как сводятся головы блока (mean)</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>атрибуты</translation>
    </message>
    <message>
        <source>automatic: the last one whose places have a gradient</source>
        <translation>автоматически: последний, у мест которого есть градиент</translation>
    </message>
    <message>
        <source>automatic: the last one whose places have a gradient; next best {layer}</source>
        <translation>автоматически: последний, у мест которого есть градиент; следующий по качеству — {layer}</translation>
    </message>
    <message>
        <source>balance</source>
        <translation>баланс</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>пакет</translation>
    </message>
    <message>
        <source>batch norm uses each batch&apos;s statistics, and learns the running ones</source>
        <translation>пакетная нормализация берёт статистику каждого пакета и учит скользящую</translation>
    </message>
    <message>
        <source>before the network quantises it</source>
        <translation>до квантования в сети</translation>
    </message>
    <message>
        <source>beside it</source>
        <translation>кроме него</translation>
    </message>
    <message numerus="yes">
        <source>better than {n} of {total} rivals</source>
        <translation>
            <numerusform>лучше соперников: {n} из {total}</numerusform>
            <numerusform>лучше соперников: {n} из {total}</numerusform>
            <numerusform>лучше соперников: {n} из {total}</numerusform>
        </translation>
    </message>
    <message>
        <source>black</source>
        <translation>чёрный</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>пустое</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>размытие</translation>
    </message>
    <message>
        <source>built for CUDA {version}</source>
        <translation>собран для CUDA {version}</translation>
    </message>
    <message numerus="yes">
        <source>chance {n}</source>
        <translation>
            <numerusform>случайная {n}</numerusform>
            <numerusform>случайная {n}</numerusform>
            <numerusform>случайная {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>channel</source>
        <translation>канал</translation>
    </message>
    <message>
        <source>channel {channel}</source>
        <translation>канал {channel}</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>каналы</translation>
    </message>
    <message>
        <source>channels to single out, from 0</source>
        <translation>каналы, которые выделить, от 0</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>график</translation>
    </message>
    <message>
        <source>chosen by</source>
        <translation>кем выбрано</translation>
    </message>
    <message>
        <source>class names (txt, json, csv)</source>
        <translation>имена классов (txt, json, csv)</translation>
    </message>
    <message>
        <source>class {index}</source>
        <translation>класс {index}</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>классы</translation>
    </message>
    <message>
        <source>classes from</source>
        <translation>откуда классы</translation>
    </message>
    <message>
        <source>classes to print (5)</source>
        <translation>сколько классов выводить (5)</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>команды</translation>
    </message>
    <message>
        <source>compared from {tensors} on; below runs ONNX Runtime</source>
        <translation>сравнивается начиная с {tensors}; до этого считает ONNX Runtime</translation>
    </message>
    <message>
        <source>compute an export again and compare the numbers</source>
        <translation>вычислить экспорт заново и сравнить числа</translation>
    </message>
    <message>
        <source>computed in</source>
        <translation>считает в</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>уверенность</translation>
    </message>
    <message>
        <source>confidently wrong</source>
        <translation>уверенно неверно</translation>
    </message>
    <message>
        <source>convert photos that have another colour profile to sRGB (they are read as if they had it, as torchvision does)</source>
        <translation>преобразовать в sRGB фото с другим цветовым профилем (иначе они читаются так, будто он и есть, как в torchvision)</translation>
    </message>
    <message>
        <source>could be</source>
        <translation>могли бы быть</translation>
    </message>
    <message>
        <source>cover places of a photo and see how the scores change</source>
        <translation>закрыть места на фото и увидеть, как меняются оценки</translation>
    </message>
    <message>
        <source>cover this box of input pixels only, and print the scores</source>
        <translation>закрыть только этот прямоугольник из пикселей входа и вывести оценки</translation>
    </message>
    <message>
        <source>covered: rows {top} to {bottom}, columns {left} to {right} of the input, which are rows {photo_top} to {photo_bottom}, columns {photo_left} to {photo_right} of the photo</source>
        <translation>закрыто: строки {top}–{bottom}, столбцы {left}–{right} входа, то есть строки {photo_top}–{photo_bottom}, столбцы {photo_left}–{photo_right} фото</translation>
    </message>
    <message>
        <source>dequantised</source>
        <translation>деквантовано</translation>
    </message>
    <message>
        <source>dequantised by the network: {scale}</source>
        <translation>деквантовано сетью: {scale}</translation>
    </message>
    <message>
        <source>device</source>
        <translation>устройство</translation>
    </message>
    <message>
        <source>dilation {steps}</source>
        <translation>расширение {steps}</translation>
    </message>
    <message>
        <source>does not work: {reason}</source>
        <translation>не работает: {reason}</translation>
    </message>
    <message>
        <source>draw what speaks for a class, by a method of your choice</source>
        <translation>нарисовать, что говорит за класс, выбранным методом</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>дубликат</translation>
    </message>
    <message>
        <source>dynamic: scales are taken from what is fed</source>
        <translation>динамическое: масштабы берутся из того, что подано</translation>
    </message>
    <message>
        <source>each channel at a scale of its own · {color_map}</source>
        <translation>у каждого канала своя шкала · {color_map}</translation>
    </message>
    <message>
        <source>end after so many epochs without a better validation</source>
        <translation>закончить, если столько эпох валидация не улучшается</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>энтропия</translation>
    </message>
    <message>
        <source>epoch {number} of {count}: loss {loss:.3f}, {share:.1f} % right</source>
        <translation>эпоха {number} из {count}: потери {loss:.3f}, верно {share:.1f} %</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>эпох</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>нужен хотя бы один аргумент</translation>
    </message>
    <message>
        <source>expected at most one argument</source>
        <translation>нужно не больше одного аргумента</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>нужен один аргумент</translation>
    </message>
    <message>
        <source>explain a channel (--target N) of this tensor in place of a class</source>
        <translation>объяснить не класс, а канал (--target N) этого тензора</translation>
    </message>
    <message>
        <source>exported by {exporter}</source>
        <translation>экспортировано из {exporter}</translation>
    </message>
    <message>
        <source>exporter</source>
        <translation>экспортёр</translation>
    </message>
    <message>
        <source>files beside</source>
        <translation>файлы рядом</translation>
    </message>
    <message>
        <source>first tensor that differs: {tensor}</source>
        <translation>первый расходящийся тензор: {tensor}</translation>
    </message>
    <message>
        <source>five steps of training</source>
        <translation>пять шагов обучения</translation>
    </message>
    <message>
        <source>flip, shift and scale photos at random (yes)</source>
        <translation>случайно отражать, сдвигать и масштабировать фото (да)</translation>
    </message>
    <message>
        <source>float32, though the file says bfloat16</source>
        <translation>float32, хотя в файле bfloat16</translation>
    </message>
    <message>
        <source>follow links that lead out of the dataset&apos;s folder</source>
        <translation>переходить по ссылкам, ведущим из папки набора</translation>
    </message>
    <message>
        <source>go on with a run that was broken off, from its last epoch</source>
        <translation>продолжить прерванное обучение с последней эпохи</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>видеокарта</translation>
    </message>
    <message>
        <source>gray</source>
        <translation>серый</translation>
    </message>
    <message>
        <source>groups {groups}</source>
        <translation>групп {groups}</translation>
    </message>
    <message>
        <source>guess</source>
        <translation>догадка</translation>
    </message>
    <message>
        <source>head factor</source>
        <translation>множитель головы</translation>
    </message>
    <message>
        <source>high: more attention leads here</source>
        <translation>много: сюда ведёт больше внимания</translation>
    </message>
    <message>
        <source>high: the score follows this pixel, up or down</source>
        <translation>много: оценка следует за этим пикселем, вверх или вниз</translation>
    </message>
    <message>
        <source>high: the score stays where this place is kept</source>
        <translation>много: оценка держится, когда это место оставлено</translation>
    </message>
    <message>
        <source>how a model wants its photos, by trying all usual ways</source>
        <translation>какие фото нужны модели: пробуются все обычные способы</translation>
    </message>
    <message>
        <source>how many: rise 4000 masks, lime 2048, smoothgrad 25</source>
        <translation>сколько: rise 4000 масок, lime 2048, smoothgrad 25</translation>
    </message>
    <message>
        <source>how much larger it is in the new head (10)</source>
        <translation>во сколько раз больше она в новой голове (10)</translation>
    </message>
    <message>
        <source>how often all photos are gone through (4)</source>
        <translation>сколько раз проходятся все фото (4)</translation>
    </message>
    <message>
        <source>how pixels are normalised: {presets}, or a JSON file</source>
        <translation>как нормализуются пиксели: {presets} или файл JSON</translation>
    </message>
    <message>
        <source>how the colours of a pixel become one number</source>
        <translation>как цвета пикселя становятся одним числом</translation>
    </message>
    <message>
        <source>how the photo meets the input&apos;s size</source>
        <translation>как фото подгоняется под вход</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>лишний явный аргумент %r</translation>
    </message>
    <message>
        <source>in its node &quot;{name}&quot;</source>
        <translation>в узле «{name}»</translation>
    </message>
    <message>
        <source>in the order of the alphabet</source>
        <translation>по алфавиту</translation>
    </message>
    <message>
        <source>independent probabilities; logits are read before the sigmoid</source>
        <translation>независимые вероятности; логиты читаются до сигмоиды</translation>
    </message>
    <message>
        <source>index</source>
        <translation>номер</translation>
    </message>
    <message>
        <source>input size, where the model leaves it open</source>
        <translation>размер входа, если модель его не задаёт</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>входы</translation>
    </message>
    <message>
        <source>invalid %(type)s value: %(value)r</source>
        <translation>неверное значение %(type)s: %(value)r</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>неверный выбор: %(value)r (есть %(choices)s)</translation>
    </message>
    <message>
        <source>it claims {claimed:,.0f} million pixels, more than the {most} million that fit into memory. Save a smaller copy and open that.</source>
        <translation>в нём заявлено {claimed:,.0f} млн пикселей, а в память помещается {most} млн. Сохраните уменьшенную копию и откройте её.</translation>
    </message>
    <message>
        <source>it has operators that stay in float32</source>
        <translation>в нём есть операторы, которые остаются во float32</translation>
    </message>
    <message numerus="yes">
        <source>it has {n} inputs ({inputs})</source>
        <translation>
            <numerusform>у него {n} вход ({inputs})</numerusform>
            <numerusform>у него {n} входа ({inputs})</numerusform>
            <numerusform>у него {n} входов ({inputs})</numerusform>
        </translation>
    </message>
    <message>
        <source>it has {size:,.0f} MB, and no more than {most:,.0f} MB are read</source>
        <translation>в нём {size:,.0f} МБ, а читается не больше {most:,.0f} МБ</translation>
    </message>
    <message>
        <source>it has {width} × {height} pixels, more than the {most} million that fit into memory. Save a smaller copy and open that.</source>
        <translation>в нём {width} × {height} пикселей, а в память помещается {most} млн. Сохраните уменьшенную копию и откройте её.</translation>
    </message>
    <message>
        <source>it holds text. NetGaze reads {known}.</source>
        <translation>в нём текст. NetGaze читает {known}.</translation>
    </message>
    <message>
        <source>it holds weights without their network. Load them into the model in PyTorch, and write there: torch.onnx.export(model.eval(), (torch.zeros(1, 3, 224, 224),), &quot;model.onnx&quot;)</source>
        <translation>в нём веса без сети. Загрузите их в модель в PyTorch и напишите там: torch.onnx.export(model.eval(), (torch.zeros(1, 3, 224, 224),), &quot;model.onnx&quot;)</translation>
    </message>
    <message>
        <source>it holds {shape} of {kind}, not the float32 numbers that its JSON says</source>
        <translation>в нём {shape} типа {kind}, а не числа float32, как сказано в его JSON</translation>
    </message>
    <message>
        <source>it is a Git LFS pointer, and the model itself was not downloaded</source>
        <translation>это указатель Git LFS, а сама модель не загружена</translation>
    </message>
    <message>
        <source>it is a Keras model. Convert it with: python -m tf2onnx.convert --keras model.h5 --output model.onnx</source>
        <translation>это модель Keras. Преобразуйте её: python -m tf2onnx.convert --keras model.h5 --output model.onnx</translation>
    </message>
    <message>
        <source>it is a Keras model. In Keras write: model.export(&quot;model.onnx&quot;, format=&quot;onnx&quot;)</source>
        <translation>это модель Keras. В Keras напишите: model.export(&quot;model.onnx&quot;, format=&quot;onnx&quot;)</translation>
    </message>
    <message>
        <source>it is a PyTorch file, and loading one can run code that it holds. Where the model was made, write: torch.onnx.export(model.eval(), (torch.zeros(1, 3, 224, 224),), &quot;model.onnx&quot;)</source>
        <translation>это файл PyTorch, а при его загрузке может выполниться код, который в нём лежит. Там, где модель сделана, напишите: torch.onnx.export(model.eval(), (torch.zeros(1, 3, 224, 224),), &quot;model.onnx&quot;)</translation>
    </message>
    <message>
        <source>it is a TensorFlow Lite model. Convert it with: python -m tf2onnx.convert --tflite model.tflite --output model.onnx</source>
        <translation>это модель TensorFlow Lite. Преобразуйте её: python -m tf2onnx.convert --tflite model.tflite --output model.onnx</translation>
    </message>
    <message>
        <source>it is a TensorFlow SavedModel. Convert its folder with: python -m tf2onnx.convert --saved-model FOLDER --output model.onnx</source>
        <translation>это SavedModel из TensorFlow. Преобразуйте папку: python -m tf2onnx.convert --saved-model FOLDER --output model.onnx</translation>
    </message>
    <message>
        <source>it is a device or a pipe, not a file</source>
        <translation>это устройство или канал, а не файл</translation>
    </message>
    <message>
        <source>it is a device or a pipe. Choose a photo&apos;s file.</source>
        <translation>это устройство или канал. Выберите файл с фото.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>это папка</translation>
    </message>
    <message>
        <source>it is a folder. Choose a photo inside it.</source>
        <translation>это папка. Выберите фото внутри неё.</translation>
    </message>
    <message>
        <source>it is a {kind} file. NetGaze reads {known}. Save it as PNG or JPEG.</source>
        <translation>это файл {kind}. NetGaze читает {known}. Сохраните его как PNG или JPEG.</translation>
    </message>
    <message>
        <source>it is damaged or of another kind</source>
        <translation>он повреждён или другого вида</translation>
    </message>
    <message>
        <source>it is no array</source>
        <translation>это не массив</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>это не JSON</translation>
    </message>
    <message>
        <source>it is not in float32</source>
        <translation>она не во float32</translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation>это не текст</translation>
    </message>
    <message>
        <source>it then gives {found} scores, not {count}</source>
        <translation>тогда получается оценок: {found}, а не {count}</translation>
    </message>
    <message>
        <source>it was ended</source>
        <translation>он был завершён</translation>
    </message>
    <message>
        <source>its ReLU</source>
        <translation>его ReLU</translation>
    </message>
    <message>
        <source>its content is of no known kind. NetGaze reads {known}.</source>
        <translation>содержимое неизвестного вида. NetGaze читает {known}.</translation>
    </message>
    <message>
        <source>its input is {tensor}</source>
        <translation>его вход — {tensor}</translation>
    </message>
    <message>
        <source>its input {tensor} has neither 1, 3 nor 4 channels</source>
        <translation>у его входа {tensor} не 1, не 3 и не 4 канала</translation>
    </message>
    <message>
        <source>its last layer has no weights of its own</source>
        <translation>у последнего слоя нет своих весов</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>имя слишком длинное</translation>
    </message>
    <message>
        <source>its output &quot;{name}&quot; has shape ({shape}) of {dtype}; a classifier&apos;s has (batch, classes) of numbers</source>
        <translation>его выход «{name}» имеет форму ({shape}) типа {dtype}; у классификатора — (пакет, классы) из чисел</translation>
    </message>
    <message>
        <source>its weights are too large</source>
        <translation>её веса слишком велики</translation>
    </message>
    <message>
        <source>its {kind} data are damaged (its header makes no sense). Copy or download it again.</source>
        <translation>данные {kind} повреждены (заголовок бессмыслен). Скопируйте или загрузите файл заново.</translation>
    </message>
    <message>
        <source>its {kind} data are damaged ({detail:.120}). Copy or download it again.</source>
        <translation>данные {kind} повреждены ({detail:.120}). Скопируйте или загрузите файл заново.</translation>
    </message>
    <message>
        <source>its {kind} data break off early. Copy or download it again.</source>
        <translation>данные {kind} обрываются. Скопируйте или загрузите файл заново.</translation>
    </message>
    <message>
        <source>judge labels by the network&apos;s own scores, not out of sample</source>
        <translation>проверять метки по собственным оценкам сети, а не вне выборки</translation>
    </message>
    <message>
        <source>keep masks wholly inside the input</source>
        <translation>держать маски целиком внутри входа</translation>
    </message>
    <message>
        <source>keep what speaks against it (no ReLU)</source>
        <translation>оставить то, что против (без ReLU)</translation>
    </message>
    <message>
        <source>kernel {sides}</source>
        <translation>ядро {sides}</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>метки</translation>
    </message>
    <message>
        <source>labels reason</source>
        <translation>причина меток</translation>
    </message>
    <message>
        <source>labels source</source>
        <translation>откуда метки</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>слой</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>слой {layer}</translation>
    </message>
    <message>
        <source>layer {layer} · {how}</source>
        <translation>слой {layer} · {how}</translation>
    </message>
    <message>
        <source>layer {name} ({operator}, {shape})</source>
        <translation>слой {name} ({operator}, {shape})</translation>
    </message>
    <message>
        <source>layer {name} ({operator}, {shape}, {how})</source>
        <translation>слой {name} ({operator}, {shape}, {how})</translation>
    </message>
    <message>
        <source>layers named like Keras&apos; {family}</source>
        <translation>слои названы, как в {family} из Keras</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>раскладка</translation>
    </message>
    <message>
        <source>leading class agrees</source>
        <translation>первый класс совпадает</translation>
    </message>
    <message>
        <source>leading class differs</source>
        <translation>первый класс расходится</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>скорость обучения</translation>
    </message>
    <message>
        <source>left</source>
        <translation>слева</translation>
    </message>
    <message>
        <source>legend</source>
        <translation>легенда</translation>
    </message>
    <message>
        <source>like no other photo</source>
        <translation>не похоже ни на одно другое</translation>
    </message>
    <message>
        <source>lime: how far weights are drawn to 0 (1)</source>
        <translation>lime: насколько веса стягиваются к 0 (1)</translation>
    </message>
    <message>
        <source>lime: squares, down and across (7)</source>
        <translation>lime: квадратов по вертикали и горизонтали (7)</translation>
    </message>
    <message>
        <source>lime: width of its kernel (0.25)</source>
        <translation>lime: ширина ядра (0.25)</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>логит</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>логиты</translation>
    </message>
    <message>
        <source>logits differ by {most:.2e}, that is {share:.1e} of their range</source>
        <translation>логиты расходятся на {most:.2e}, то есть на {share:.1e} своего размаха</translation>
    </message>
    <message>
        <source>longer side of the pictures over the photo (the photo&apos;s own size)</source>
        <translation>длинная сторона картинок поверх фото (размер самого фото)</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>потери</translation>
    </message>
    <message>
        <source>low: this place speaks for the class</source>
        <translation>мало: это место говорит за класс</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>внизу</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>отступ</translation>
    </message>
    <message>
        <source>marks: which photos to remove, relabel or crop</source>
        <translation>пометки: какие фото исключить, переименовать или обрезать</translation>
    </message>
    <message>
        <source>mask size (20 % of the side)</source>
        <translation>размер маски (20 % стороны)</translation>
    </message>
    <message>
        <source>mask {mask}, stride {stride}, baseline {name}</source>
        <translation>маска {mask}, шаг {stride}, заполнение: {name}</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>максимум</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>среднее</translation>
    </message>
    <message>
        <source>measure how far the map can be trusted (trust.json)</source>
        <translation>измерить, насколько карте можно верить (trust.json)</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>память</translation>
    </message>
    <message>
        <source>message</source>
        <translation>сообщение</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>метаданные</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>посередине</translation>
    </message>
    <message>
        <source>minutes after which the table ends; asked again, it goes on (30)</source>
        <translation>через сколько минут таблица закончится; если спросить снова, продолжится (30)</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>model</source>
        <translation>модель</translation>
    </message>
    <message>
        <source>moved down by one place</source>
        <translation>со сдвигом на одно место вниз</translation>
    </message>
    <message>
        <source>moved up by one place</source>
        <translation>со сдвигом на одно место вверх</translation>
    </message>
    <message>
        <source>multiply adds</source>
        <translation>MAC-операции</translation>
    </message>
    <message>
        <source>multiply_adds</source>
        <translation>умножений со сложением</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation>почти дубликат</translation>
    </message>
    <message>
        <source>nearly zero</source>
        <translation>почти нулевой</translation>
    </message>
    <message>
        <source>networks run on</source>
        <translation>сети работают на</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>no NVIDIA card is found</source>
        <translation>карта NVIDIA не найдена</translation>
    </message>
    <message>
        <source>no learnt layer leads to its classes</source>
        <translation>к классам не ведёт ни один обученный слой</translation>
    </message>
    <message>
        <source>no: ONNX Runtime may optimise it</source>
        <translation>нет: ONNX Runtime может её оптимизировать</translation>
    </message>
    <message>
        <source>no: the same input gives another answer each time</source>
        <translation>нет: один и тот же вход даёт каждый раз другой ответ</translation>
    </message>
    <message>
        <source>nobody says: ones, for zeros give no finite answer</source>
        <translation>не сказано: единицы, от нулей нет конечного ответа</translation>
    </message>
    <message>
        <source>nobody says: zeros</source>
        <translation>не сказано: нули</translation>
    </message>
    <message>
        <source>nobody: it is the only output</source>
        <translation>никем: это единственный выход</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>не сочетается с аргументом %s</translation>
    </message>
    <message>
        <source>not installed: CUDA works without cuDNN, slower</source>
        <translation>не установлен: CUDA работает без cuDNN, медленнее</translation>
    </message>
    <message>
        <source>not tried: {reason}</source>
        <translation>не пробовалось: {reason}</translation>
    </message>
    <message>
        <source>not {label}</source>
        <translation>не {label}</translation>
    </message>
    <message>
        <source>numbered</source>
        <translation>по номерам</translation>
    </message>
    <message>
        <source>occlusion: mask size (20 % of the side)</source>
        <translation>перекрытие: размер маски (20 % стороны)</translation>
    </message>
    <message>
        <source>occlusion: step (10 % of the side)</source>
        <translation>перекрытие: шаг (10 % стороны)</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>необычное</translation>
    </message>
    <message>
        <source>of integrated gradients, on the way (50)</source>
        <translation>шаги интегрированных градиентов (50)</translation>
    </message>
    <message>
        <source>of split, head, order and augmentation (0)</source>
        <translation>зерно разбиения, головы, порядка и аугментации (0)</translation>
    </message>
    <message>
        <source>of the largest stored number ({share})</source>
        <translation>от наибольшего сохранённого числа ({share})</translation>
    </message>
    <message>
        <source>of the learning rate (constant)</source>
        <translation>расписание скорости обучения (constant)</translation>
    </message>
    <message>
        <source>of what is drawn by chance (0)</source>
        <translation>зерно всего случайного (0)</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>хорошо</translation>
    </message>
    <message>
        <source>on the graphics card</source>
        <translation>на видеокарте</translation>
    </message>
    <message>
        <source>on the processor: {reason}</source>
        <translation>на процессоре: {reason}</translation>
    </message>
    <message>
        <source>one at a time</source>
        <translation>по одному</translation>
    </message>
    <message>
        <source>one for all, or each own</source>
        <translation>одна на все или своя у каждого</translation>
    </message>
    <message>
        <source>one grey channel</source>
        <translation>одного серого канала</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>нужен один из аргументов %s</translation>
    </message>
    <message>
        <source>one of {known}</source>
        <translation>одно из {known}</translation>
    </message>
    <message>
        <source>one scale, {low:.5g} to {high:.5g} · {color_map}</source>
        <translation>одна шкала, от {low:.5g} до {high:.5g} · {color_map}</translation>
    </message>
    <message>
        <source>only what speaks for the class (ReLU)</source>
        <translation>только то, что за класс (ReLU)</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>оператор</translation>
    </message>
    <message>
        <source>operators on whole numbers</source>
        <translation>операторы над целыми числами</translation>
    </message>
    <message>
        <source>operators: {counts}</source>
        <translation>операторы: {counts}</translation>
    </message>
    <message>
        <source>opset</source>
        <translation>opset</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>оптимизатор</translation>
    </message>
    <message>
        <source>options</source>
        <translation>ключи</translation>
    </message>
    <message>
        <source>output</source>
        <translation>выход</translation>
    </message>
    <message>
        <source>output shape</source>
        <translation>форма выхода</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>выходы</translation>
    </message>
    <message>
        <source>own</source>
        <translation>своя</translation>
    </message>
    <message>
        <source>pads {pads}</source>
        <translation>доп. {pads}</translation>
    </message>
    <message>
        <source>panel</source>
        <translation>панель</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>параметры</translation>
    </message>
    <message>
        <source>peek</source>
        <translation>заглянуть</translation>
    </message>
    <message>
        <source>photo goes to</source>
        <translation>фото идёт в</translation>
    </message>
    <message>
        <source>photos of a step (10)</source>
        <translation>фото на шаг (10)</translation>
    </message>
    <message>
        <source>photos of that class alone, or all (class, where there are labels)</source>
        <translation>фото только этого класса или все (class, если есть метки)</translation>
    </message>
    <message>
        <source>photos per batch</source>
        <translation>фото в пакете</translation>
    </message>
    <message>
        <source>photos that methods are measured on (50)</source>
        <translation>на скольких фото измеряются методы (50)</translation>
    </message>
    <message>
        <source>pill</source>
        <translation>плашка</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>позиционные аргументы</translation>
    </message>
    <message>
        <source>positive part only</source>
        <translation>только положительное</translation>
    </message>
    <message>
        <source>positive: speaks for the class · negative: against it</source>
        <translation>плюс: говорит за класс · минус: против</translation>
    </message>
    <message>
        <source>positive: stronger in A · negative: stronger in B</source>
        <translation>плюс: сильнее в A · минус: сильнее в B</translation>
    </message>
    <message>
        <source>positive: the square speaks for the class</source>
        <translation>плюс: квадрат говорит за класс</translation>
    </message>
    <message>
        <source>positive: this place speaks for the class</source>
        <translation>плюс: это место говорит за класс</translation>
    </message>
    <message>
        <source>preprocessing</source>
        <translation>предобработка</translation>
    </message>
    <message>
        <source>preview: places between are interpolated</source>
        <translation>предпросмотр: места между вычисленными интерполированы</translation>
    </message>
    <message>
        <source>print one JSON object per line</source>
        <translation>выводить по объекту JSON на строку</translation>
    </message>
    <message>
        <source>probabilities; logits are read before the softmax</source>
        <translation>вероятности; логиты читаются до softmax</translation>
    </message>
    <message>
        <source>probabilities; their logarithms stand for logits</source>
        <translation>вероятности; вместо логитов их логарифмы</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>вероятность</translation>
    </message>
    <message>
        <source>quantisation</source>
        <translation>квантование</translation>
    </message>
    <message>
        <source>quantised logits</source>
        <translation>квантованные логиты</translation>
    </message>
    <message>
        <source>quantised probabilities; their logarithms stand for logits</source>
        <translation>квантованные вероятности; вместо логитов их логарифмы</translation>
    </message>
    <message>
        <source>reading it is not permitted. Change its permissions, or copy it.</source>
        <translation>его нельзя читать. Измените права или скопируйте его.</translation>
    </message>
    <message>
        <source>red: above zero · blue: below zero</source>
        <translation>красное: выше нуля · синее: ниже</translation>
    </message>
    <message>
        <source>red: speaks for the class · blue: against it</source>
        <translation>красное: говорит за класс · синее: против</translation>
    </message>
    <message>
        <source>red: stronger in A · blue: stronger in B</source>
        <translation>красное: сильнее в A · синее: сильнее в B</translation>
    </message>
    <message>
        <source>red: the square speaks for the class · blue: against it</source>
        <translation>красное: квадрат говорит за класс · синее: против</translation>
    </message>
    <message>
        <source>red: this place speaks for the class · blue: against it</source>
        <translation>красное: это место говорит за класс · синее: против</translation>
    </message>
    <message>
        <source>repeatable</source>
        <translation>повторимо</translation>
    </message>
    <message>
        <source>replace a model, or a broken run, that stands there</source>
        <translation>заменить модель или прерванное обучение, которые там лежат</translation>
    </message>
    <message>
        <source>replace the exports that stand there; other files stay</source>
        <translation>заменить экспорты, которые там лежат; другие файлы остаются</translation>
    </message>
    <message>
        <source>right</source>
        <translation>справа</translation>
    </message>
    <message>
        <source>right: {name}</source>
        <translation>верно: {name}</translation>
    </message>
    <message>
        <source>rise: cells of a grid, down and across (8)</source>
        <translation>rise: ячеек сетки по вертикали и горизонтали (8)</translation>
    </message>
    <message>
        <source>rise: divide each place by how often it was kept</source>
        <translation>rise: делить каждое место на то, как часто оно оставалось</translation>
    </message>
    <message>
        <source>rise: the share of cells that is kept (0.5)</source>
        <translation>rise: доля ячеек, которые остаются (0.5)</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>строка {row}, столбец {column}</translation>
    </message>
    <message>
        <source>row {row}, column {column}, on the edge: often a border artefact</source>
        <translation>строка {row}, столбец {column}, на краю: часто краевой артефакт</translation>
    </message>
    <message>
        <source>rows and columns of the grid (all channels)</source>
        <translation>строки и столбцы сетки (все каналы)</translation>
    </message>
    <message>
        <source>run at the photo&apos;s own resolution</source>
        <translation>запустить в разрешении самого фото</translation>
    </message>
    <message>
        <source>run at {width} × {height}</source>
        <translation>запущено при {width} × {height}</translation>
    </message>
    <message>
        <source>runs CUDA up to {version}</source>
        <translation>умеет CUDA до {version}</translation>
    </message>
    <message>
        <source>scale {scale:.4g}, zero point {zero}</source>
        <translation>масштаб {scale:.4g}, нуль {zero}</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>расписание</translation>
    </message>
    <message>
        <source>score</source>
        <translation>оценка</translation>
    </message>
    <message>
        <source>scorecam: the strongest so many (all)</source>
        <translation>scorecam: столько сильнейших (все)</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>оценки</translation>
    </message>
    <message>
        <source>sha256</source>
        <translation>sha256</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>форма</translation>
    </message>
    <message>
        <source>show program&apos;s version number and exit</source>
        <translation>показать номер версии и выйти</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>показать эту справку и выйти</translation>
    </message>
    <message>
        <source>sidecar</source>
        <translation>файл рядом</translation>
    </message>
    <message>
        <source>smoothgrad: deviation, as a share of the input&apos;s range (0.15)</source>
        <translation>smoothgrad: отклонение, доля размаха входа (0.15)</translation>
    </message>
    <message>
        <source>smoothgrad: what is averaged (gradient)</source>
        <translation>smoothgrad: что усредняется (gradient)</translation>
    </message>
    <message>
        <source>so it was chosen</source>
        <translation>так выбрано</translation>
    </message>
    <message>
        <source>sparsity</source>
        <translation>доля нулей</translation>
    </message>
    <message>
        <source>status</source>
        <translation>состояние</translation>
    </message>
    <message>
        <source>step (10 % of the side)</source>
        <translation>шаг (10 % стороны)</translation>
    </message>
    <message>
        <source>stride {steps}</source>
        <translation>шаг {steps}</translation>
    </message>
    <message>
        <source>strongest</source>
        <translation>сильнейший</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>предмет</translation>
    </message>
    <message>
        <source>system</source>
        <translation>система</translation>
    </message>
    <message>
        <source>t-SNE failed: {why}. Choose PCA, or install scikit-learn anew.</source>
        <translation>t-SNE не удалась: {why}. Выберите PCA или установите scikit-learn заново.</translation>
    </message>
    <message>
        <source>test accuracy {share:.1f} % ({low:.0f} to {high:.0f}), {hits} of {total} photos</source>
        <translation>доля верных на тесте {share:.1f} % ({low:.0f}–{high:.0f}), {hits} из {total} фото</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>the CUDA plug-in and ONNX Runtime are of different versions</source>
        <translation>модуль CUDA и ONNX Runtime разных версий</translation>
    </message>
    <message>
        <source>the JSON of an export, or its folder</source>
        <translation>JSON экспорта или его папка</translation>
    </message>
    <message>
        <source>the NVIDIA driver finds no graphics card</source>
        <translation>драйвер NVIDIA не находит видеокарту</translation>
    </message>
    <message>
        <source>the NVIDIA driver has not started yet (its fabric manager)</source>
        <translation>драйвер NVIDIA ещё не запустился (его fabric manager)</translation>
    </message>
    <message>
        <source>the NVIDIA driver is too old</source>
        <translation>драйвер NVIDIA слишком старый</translation>
    </message>
    <message>
        <source>the NVIDIA driver is too old for CUDA {major} (it needs driver {driver} or newer)</source>
        <translation>драйвер NVIDIA слишком старый для CUDA {major} (нужен драйвер {driver} или новее)</translation>
    </message>
    <message>
        <source>the argument &quot;{name}&quot; is empty</source>
        <translation>аргумент «{name}» пуст</translation>
    </message>
    <message>
        <source>the arrays are of other shapes</source>
        <translation>у массивов другая форма</translation>
    </message>
    <message>
        <source>the card&apos;s software says: {said}</source>
        <translation>программы видеокарты сообщают: {said}</translation>
    </message>
    <message>
        <source>the channels of a layer</source>
        <translation>каналы слоя</translation>
    </message>
    <message>
        <source>the command line agrees</source>
        <translation>командная строка согласна</translation>
    </message>
    <message>
        <source>the demo&apos;s photos are ranked</source>
        <translation>фото демо ранжируются</translation>
    </message>
    <message>
        <source>the disk cannot be written to</source>
        <translation>на диск нельзя писать</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>диск заполнен</translation>
    </message>
    <message>
        <source>the end of the graph</source>
        <translation>конец графа</translation>
    </message>
    <message>
        <source>the file grows too large</source>
        <translation>файл становится слишком большим</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>файл пуст</translation>
    </message>
    <message>
        <source>the file is empty. Copy or download it again.</source>
        <translation>файл пуст. Скопируйте или загрузите его заново.</translation>
    </message>
    <message>
        <source>the file&apos;s default</source>
        <translation>по умолчанию из файла</translation>
    </message>
    <message>
        <source>the file&apos;s metadata name a mean and a std</source>
        <translation>в метаданных файла названы среднее и отклонение</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>нужны аргументы: %s</translation>
    </message>
    <message>
        <source>the graph begins with its own scaling</source>
        <translation>граф начинается с собственного масштабирования</translation>
    </message>
    <message>
        <source>the graphics card failed ({why}); start NetGaze again</source>
        <translation>видеокарта отказала ({why}); запустите NetGaze снова</translation>
    </message>
    <message>
        <source>the graphics card has no memory left: close other programs that use it</source>
        <translation>у видеокарты не осталось памяти: закройте другие программы, которые её занимают</translation>
    </message>
    <message>
        <source>the graphics card is too old for this ONNX Runtime</source>
        <translation>видеокарта слишком старая для этого ONNX Runtime</translation>
    </message>
    <message>
        <source>the input is uint8</source>
        <translation>вход — uint8</translation>
    </message>
    <message>
        <source>the installed ONNX Runtime is a build without CUDA</source>
        <translation>установленный ONNX Runtime собран без CUDA</translation>
    </message>
    <message>
        <source>the installed torch is a build without CUDA</source>
        <translation>установленный torch собран без CUDA</translation>
    </message>
    <message>
        <source>the largest or the least number first (max)</source>
        <translation>сначала наибольшее или наименьшее число (max)</translation>
    </message>
    <message>
        <source>the leading classes of photos</source>
        <translation>первые классы фото</translation>
    </message>
    <message>
        <source>the learning rate (3e-4; 3e-5 with --freeze none)</source>
        <translation>скорость обучения (3e-4; 3e-5 с --freeze none)</translation>
    </message>
    <message>
        <source>the libraries of CUDA {major} do not load ({names}); the extra “cuda” brings them</source>
        <translation>библиотеки CUDA {major} не загружаются ({names}); их приносит дополнение «cuda»</translation>
    </message>
    <message>
        <source>the logit of one class, or of the other</source>
        <translation>логит одного класса или другого</translation>
    </message>
    <message>
        <source>the metadata of &quot;{file}&quot;</source>
        <translation>метаданные «{file}»</translation>
    </message>
    <message>
        <source>the middle</source>
        <translation>середина</translation>
    </message>
    <message>
        <source>the new model</source>
        <translation>новая модель</translation>
    </message>
    <message>
        <source>the new model answers</source>
        <translation>новая модель отвечает</translation>
    </message>
    <message>
        <source>the number that photos are ranked by (score)</source>
        <translation>число, по которому упорядочены фото (score)</translation>
    </message>
    <message>
        <source>the option preprocess</source>
        <translation>ключ preprocess</translation>
    </message>
    <message>
        <source>the output with the classes, where there are several</source>
        <translation>выход с классами, если их несколько</translation>
    </message>
    <message>
        <source>the parts of the NVIDIA driver are of different versions: restart the computer, or install the driver again</source>
        <translation>части драйвера NVIDIA разных версий: перезагрузите компьютер или установите драйвер заново</translation>
    </message>
    <message>
        <source>the positive part only</source>
        <translation>только положительная часть</translation>
    </message>
    <message>
        <source>the second model is better</source>
        <translation>вторая модель лучше</translation>
    </message>
    <message>
        <source>the second model is worse</source>
        <translation>вторая модель хуже</translation>
    </message>
    <message>
        <source>the shape of its weights is unknown</source>
        <translation>форма его весов неизвестна</translation>
    </message>
    <message>
        <source>the sidecar of &quot;{file}&quot;</source>
        <translation>файл рядом с «{file}»</translation>
    </message>
    <message>
        <source>the system does not permit it</source>
        <translation>система этого не разрешает</translation>
    </message>
    <message>
        <source>the system says: {words}. Copy the file and open the copy.</source>
        <translation>система сообщает: {words}. Скопируйте файл и откройте копию.</translation>
    </message>
    <message>
        <source>the training harmed</source>
        <translation>обучение навредило</translation>
    </message>
    <message>
        <source>the training helped</source>
        <translation>обучение помогло</translation>
    </message>
    <message>
        <source>the types of the file</source>
        <translation>типы из файла</translation>
    </message>
    <message>
        <source>the window stands with the demo</source>
        <translation>окно стоит с демо</translation>
    </message>
    <message numerus="yes">
        <source>there are {n} numbers, not {stored}</source>
        <translation>
            <numerusform>здесь {n} число, а не {stored}</numerusform>
            <numerusform>здесь {n} числа, а не {stored}</numerusform>
            <numerusform>здесь {n} чисел, а не {stored}</numerusform>
        </translation>
    </message>
    <message>
        <source>there is no CUDA for this system</source>
        <translation>для этой системы нет CUDA</translation>
    </message>
    <message>
        <source>there is no NVIDIA driver (its library {driver} does not load)</source>
        <translation>нет драйвера NVIDIA (не загружается его библиотека {driver})</translation>
    </message>
    <message>
        <source>there is no such file in &quot;{folder}&quot;. Was it moved or renamed?</source>
        <translation>такого файла в «{folder}» нет. Его переместили или переименовали?</translation>
    </message>
    <message>
        <source>there is not enough memory for it. Close other programs and try again.</source>
        <translation>на него не хватает памяти. Закройте другие программы и попробуйте снова.</translation>
    </message>
    <message>
        <source>they are laid out by PCA; scikit-learn is not here</source>
        <translation>они разложены методом PCA; scikit-learn здесь нет</translation>
    </message>
    <message>
        <source>they are laid out by t-SNE, in a child process</source>
        <translation>они разложены методом t-SNE в дочернем процессе</translation>
    </message>
    <message>
        <source>this map</source>
        <translation>эта карта</translation>
    </message>
    <message>
        <source>this map mirrored</source>
        <translation>эта карта зеркально</translation>
    </message>
    <message>
        <source>this map turned by 180°</source>
        <translation>эта карта, повёрнутая на 180°</translation>
    </message>
    <message>
        <source>this map turned left</source>
        <translation>эта карта, повёрнутая влево</translation>
    </message>
    <message>
        <source>this map turned left and mirrored</source>
        <translation>эта карта, повёрнутая влево и зеркально</translation>
    </message>
    <message>
        <source>this map turned right</source>
        <translation>эта карта, повёрнутая вправо</translation>
    </message>
    <message>
        <source>this map upside down</source>
        <translation>эта карта вверх ногами</translation>
    </message>
    <message>
        <source>this map with rows and columns changed</source>
        <translation>эта карта с заменой строк на столбцы</translation>
    </message>
    <message>
        <source>this system is too old for the CUDA libraries (they need {version})</source>
        <translation>эта система слишком старая для библиотек CUDA (им нужна {version})</translation>
    </message>
    <message>
        <source>tiles of the picture (9)</source>
        <translation>плиток на картинке (9)</translation>
    </message>
    <message>
        <source>torch says: {said}</source>
        <translation>torch сообщает: {said}</translation>
    </message>
    <message>
        <source>torch {version} brings CUDA {major}, and ONNX Runtime needs another</source>
        <translation>torch {version} приносит CUDA {major}, а ONNX Runtime нужна другая</translation>
    </message>
    <message>
        <source>total</source>
        <translation>всего</translation>
    </message>
    <message>
        <source>train the model for the classes of a dataset; a new ONNX file</source>
        <translation>обучить модель классам набора данных; новый файл ONNX</translation>
    </message>
    <message>
        <source>training, validation, test (the dataset&apos;s own, else 60,20,20)</source>
        <translation>обучение, валидация, тест (как в наборе, иначе 60,20,20)</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true или false</translation>
    </message>
    <message>
        <source>true: {label}</source>
        <translation>истина: {label}</translation>
    </message>
    <message>
        <source>try each preset in the other order of colours, and grey, too</source>
        <translation>пробовать каждый пресет и в другом порядке цветов, и в сером</translation>
    </message>
    <message>
        <source>two photos: a folder for each in place of both side by side</source>
        <translation>два фото: папка на каждое вместо обоих рядом</translation>
    </message>
    <message>
        <source>under &quot;{key}&quot;</source>
        <translation>под «{key}»</translation>
    </message>
    <message>
        <source>under-represented: {names}</source>
        <translation>мало фото: {names}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>не читается</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>неизвестные аргументы: %s</translation>
    </message>
    <message>
        <source>upper</source>
        <translation>вверху</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>использование: </translation>
    </message>
    <message>
        <source>user</source>
        <translation>пользователь</translation>
    </message>
    <message>
        <source>value of {what} in &quot;{tensor}&quot;</source>
        <translation>значение {what} в «{tensor}»</translation>
    </message>
    <message>
        <source>values</source>
        <translation>значения</translation>
    </message>
    <message>
        <source>very long</source>
        <translation>очень длинное</translation>
    </message>
    <message>
        <source>weigh the channels of a layer by their gradients</source>
        <translation>взвесить каналы слоя их градиентами</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>затухание весов</translation>
    </message>
    <message>
        <source>weights alone</source>
        <translation>только веса</translation>
    </message>
    <message>
        <source>what a model is, and how it is read</source>
        <translation>что это за модель и как она читается</translation>
    </message>
    <message>
        <source>what is done for classes with few photos (none)</source>
        <translation>что делать для классов, у которых мало фото (none)</translation>
    </message>
    <message>
        <source>what is read of the class (probability)</source>
        <translation>что читается у класса (probability)</translation>
    </message>
    <message>
        <source>what stands in covered places (gray)</source>
        <translation>что стоит на закрытых местах (gray)</translation>
    </message>
    <message>
        <source>what stands in covered places, or in the blank photo</source>
        <translation>что стоит на закрытых местах или на пустом фото</translation>
    </message>
    <message>
        <source>what stays as it is: all but the new head, all up to a layer, or nothing (features)</source>
        <translation>что не меняется: всё, кроме новой головы; всё до слоя; ничего (features)</translation>
    </message>
    <message>
        <source>what the input&apos;s axes are, where the model leaves it open</source>
        <translation>оси входа, если модель их не задаёт</translation>
    </message>
    <message>
        <source>what the layer makes that is replaced (the last learnt one)</source>
        <translation>что даёт слой, который заменяется (последний обученный)</translation>
    </message>
    <message>
        <source>what the model is given beside the photo (zeros, or ones)</source>
        <translation>что модель получает кроме фото (нули или единицы)</translation>
    </message>
    <message>
        <source>what this machine can compute with, and why not more</source>
        <translation>чем может считать этот компьютер и почему не чем-то ещё</translation>
    </message>
    <message>
        <source>what transparent places of photos become (white); kept feeds alpha to a model of four channels</source>
        <translation>чем становятся прозрачные места фото (white); kept подаёт альфу модели с четырьмя каналами</translation>
    </message>
    <message>
        <source>where each class&apos;s evidence lies, by Grad-CAM of all photos</source>
        <translation>где лежит опора каждого класса, по Grad-CAM всех фото</translation>
    </message>
    <message>
        <source>where the model lies now</source>
        <translation>где модель лежит теперь</translation>
    </message>
    <message>
        <source>where the photo lies now</source>
        <translation>где фото лежит теперь</translation>
    </message>
    <message>
        <source>whether gradients agree with the model, on noise and a photo</source>
        <translation>сходятся ли градиенты с моделью, на шуме и на фото</translation>
    </message>
    <message>
        <source>which class a folder means: {&quot;folder&quot;: &quot;class&quot; or null}</source>
        <translation>какому классу отвечает папка: {&quot;folder&quot;: &quot;class&quot; or null}</translation>
    </message>
    <message>
        <source>which method deserves belief here: each against 21 rivals</source>
        <translation>какой метод заслуживает доверия здесь: каждый против 21 соперника</translation>
    </message>
    <message>
        <source>which number is explained (logit)</source>
        <translation>какое число объясняется (logit)</translation>
    </message>
    <message>
        <source>which number is explained (that of the method)</source>
        <translation>какое число объясняется (как у метода)</translation>
    </message>
    <message>
        <source>which one (gradcam)</source>
        <translation>который (gradcam)</translation>
    </message>
    <message>
        <source>which part of the dataset (all); its own split, else 60, 20, 20</source>
        <translation>какая часть набора (all); по его разбиению, иначе 60, 20, 20</translation>
    </message>
    <message>
        <source>white</source>
        <translation>белый</translation>
    </message>
    <message>
        <source>whole numbers between quantising and dequantising (QDQ)</source>
        <translation>целые числа между квантованием и деквантованием (QDQ)</translation>
    </message>
    <message>
        <source>whose score counts; without it each photo&apos;s own</source>
        <translation>чья оценка важна; без этого — своего класса каждого фото</translation>
    </message>
    <message>
        <source>with “background” before them</source>
        <translation>с «background» перед ними</translation>
    </message>
    <message>
        <source>with “background” behind them</source>
        <translation>с «background» после них</translation>
    </message>
    <message>
        <source>without the first, “{name}”</source>
        <translation>без первого, «{name}»,</translation>
    </message>
    <message>
        <source>without the last, “{name}”</source>
        <translation>без последнего, «{name}»,</translation>
    </message>
    <message>
        <source>works</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>write a float16 model as a float32 one</source>
        <translation>записать модель float16 как float32</translation>
    </message>
    <message>
        <source>write into this folder; of several photos, into a folder for each, and index.csv</source>
        <translation>записать в эту папку; для нескольких фото — в папку на каждое и index.csv</translation>
    </message>
    <message>
        <source>write logits.npy too</source>
        <translation>записать и logits.npy</translation>
    </message>
    <message>
        <source>write the map at every layer too</source>
        <translation>записать карту и на каждом слое</translation>
    </message>
    <message>
        <source>write what a layer gives for photos; of two files, side by side</source>
        <translation>записать, что слой даёт для фото; для двух файлов — рядом</translation>
    </message>
    <message>
        <source>written by Ultralytics</source>
        <translation>записано Ultralytics</translation>
    </message>
    <message>
        <source>wrong label</source>
        <translation>неверная метка</translation>
    </message>
    <message>
        <source>wrong: {name}</source>
        <translation>неверно: {name}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>yes: ONNX Runtime&apos;s optimiser changes its answers</source>
        <translation>да: оптимизатор ONNX Runtime меняет её ответы</translation>
    </message>
    <message>
        <source>yes: an answer depends on what else is in a batch</source>
        <translation>да: ответ зависит от того, что ещё в пакете</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>ваша доля диска исчерпана</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>нулевой</translation>
    </message>
    <message>
        <source>zero or more</source>
        <translation>от нуля</translation>
    </message>
    <message>
        <source>{about} · baseline {baseline} · exact</source>
        <translation>{about} · заполнение: {baseline} · точно</translation>
    </message>
    <message>
        <source>{before:.0f} % → {after:.0f} %</source>
        <translation>{before:.0f} % → {after:.0f} %</translation>
    </message>
    <message>
        <source>{before:8.4f} → {after:.4f}  {label} ({index})</source>
        <translation>{before:8.4f} → {after:.4f}  {label} ({index})</translation>
    </message>
    <message>
        <source>{best}, {way}, used now, on {share}.{more}</source>
        <translation>{best}, {way}, как сейчас, — на {share}.{more}</translation>
    </message>
    <message>
        <source>{best}: no way is surely better.{more}</source>
        <translation>{best}: ни один способ не лучше наверняка.{more}</translation>
    </message>
    <message>
        <source>{by} {value:.4g}</source>
        <translation>{by} {value:.4g}</translation>
    </message>
    <message>
        <source>{chance}: {end}.</source>
        <translation>{chance}: {end}.</translation>
    </message>
    <message numerus="yes">
        <source>{chance}: {n} photos cannot tell.</source>
        <translation>
            <numerusform>{chance}: {n} фото этого не решают.</numerusform>
            <numerusform>{chance}: {n} фото этого не решают.</numerusform>
            <numerusform>{chance}: {n} фото этого не решают.</numerusform>
        </translation>
    </message>
    <message>
        <source>{channels!r} are not channels of this layer. Write numbers from 0 to {last}, for example 0,{last}.</source>
        <translation>{channels!r} — не каналы этого слоя. Напишите числа от 0 до {last}, например 0,{last}.</translation>
    </message>
    <message>
        <source>{costs}  {layer:32}  {output:40}  {attributes}</source>
        <translation>{costs}  {layer:32}  {output:40}  {attributes}</translation>
    </message>
    <message numerus="yes">
        <source>{costs}  {n} nodes</source>
        <translation>
            <numerusform>{costs}  {n} узел</numerusform>
            <numerusform>{costs}  {n} узла</numerusform>
            <numerusform>{costs}  {n} узлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done:,} of {n:,} photos{left}</source>
        <translation>
            <numerusform>{done:,} из {n:,} фото{left}</numerusform>
            <numerusform>{done:,} из {n:,} фото{left}</numerusform>
            <numerusform>{done:,} из {n:,} фото{left}</numerusform>
        </translation>
    </message>
    <message>
        <source>{done:,} of {total:,}</source>
        <translation>{done:,} из {total:,}</translation>
    </message>
    <message>
        <source>{done}; validation {share:.1f} % ({hits} of {total})</source>
        <translation>{done}; валидация {share:.1f} % ({hits} из {total})</translation>
    </message>
    <message>
        <source>{down} {across}</source>
        <translation>{down} {across}</translation>
    </message>
    <message numerus="yes">
        <source>{failed} of {n} photos could not be done; &quot;{index}&quot; says why.</source>
        <translation>
            <numerusform>Не удалось {failed} из {n} фото; почему, сказано в «{index}».</numerusform>
            <numerusform>Не удалось {failed} из {n} фото; почему, сказано в «{index}».</numerusform>
            <numerusform>Не удалось {failed} из {n} фото; почему, сказано в «{index}».</numerusform>
        </translation>
    </message>
    <message>
        <source>{failure} There is not enough memory: close other programs, or use a smaller model.</source>
        <translation>{failure} Мало памяти: закройте другие программы или возьмите модель поменьше.</translation>
    </message>
    <message>
        <source>{file}: {head}, the best epoch is {best}</source>
        <translation>{file}: {head}, лучшая эпоха {best}</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first} {second}</translation>
    </message>
    <message>
        <source>{found} (the file rounds: the difference is only stated)</source>
        <translation>{found} (файл округляет: разница только указана)</translation>
    </message>
    <message numerus="yes">
        <source>{how}, {done:,} of {n:,} places</source>
        <translation>
            <numerusform>{how}, {done:,} из {n:,} места</numerusform>
            <numerusform>{how}, {done:,} из {n:,} мест</numerusform>
            <numerusform>{how}, {done:,} из {n:,} мест</numerusform>
        </translation>
    </message>
    <message>
        <source>{k}: {count}</source>
        <translation>{k}: {count}</translation>
    </message>
    <message>
        <source>{labels}</source>
        <translation>{labels}</translation>
    </message>
    <message>
        <source>{labels}, …</source>
        <translation>{labels}, …</translation>
    </message>
    <message>
        <source>{label} ({index})</source>
        <translation>{label} ({index})</translation>
    </message>
    <message>
        <source>{label}: {before:.4f} before, {after:.4f} covered · leading then: {leading} {probability:.4f}</source>
        <translation>{label}: {before:.4f} до, {after:.4f} закрыто · тогда первый: {leading} {probability:.4f}</translation>
    </message>
    <message>
        <source>{layout}, exported by {exporter}</source>
        <translation>{layout}, экспортировано из {exporter}</translation>
    </message>
    <message>
        <source>{library} is of a version that does not go with the other CUDA libraries</source>
        <translation>{library} — версии, которая не подходит к другим библиотекам CUDA</translation>
    </message>
    <message>
        <source>{meaning} · pale: coarser</source>
        <translation>{meaning} · бледно: грубее</translation>
    </message>
    <message>
        <source>{meaning} · {note}</source>
        <translation>{meaning} · {note}</translation>
    </message>
    <message>
        <source>{method} of the {score}</source>
        <translation>{method}: {score}</translation>
    </message>
    <message>
        <source>{method} takes no --{option}.{known}</source>
        <translation>{method} не принимает --{option}.{known}</translation>
    </message>
    <message numerus="yes">
        <source>{method}: insertion less deletion {difference:.3f}, rank {rank:.1f} on average; better than all rivals on {all:.0f} %, than 20 of 21 on {most:.0f} % of {n} photos</source>
        <translation>
            <numerusform>{method}: вставка минус удаление {difference:.3f}, в среднем место {rank:.1f}; лучше всех соперников на {all:.0f} %, лучше 20 из 21 на {most:.0f} % из {n} фото</numerusform>
            <numerusform>{method}: вставка минус удаление {difference:.3f}, в среднем место {rank:.1f}; лучше всех соперников на {all:.0f} %, лучше 20 из 21 на {most:.0f} % из {n} фото</numerusform>
            <numerusform>{method}: вставка минус удаление {difference:.3f}, в среднем место {rank:.1f}; лучше всех соперников на {all:.0f} %, лучше 20 из 21 на {most:.0f} % из {n} фото</numerusform>
        </translation>
    </message>
    <message>
        <source>{method}: left out. {why}</source>
        <translation>{method}: пропущено. {why}</translation>
    </message>
    <message numerus="yes">
        <source>{minutes:g} minutes were over after {n} of {wanted} photos. Asked again, it goes on.</source>
        <translation>
            <numerusform>{minutes:g} мин прошли после {n} фото из {wanted}. Если спросить снова, продолжится.</numerusform>
            <numerusform>{minutes:g} мин прошли после {n} фото из {wanted}. Если спросить снова, продолжится.</numerusform>
            <numerusform>{minutes:g} мин прошли после {n} фото из {wanted}. Если спросить снова, продолжится.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} masks</source>
        <translation>
            <numerusform>{n:,} маска</numerusform>
            <numerusform>{n:,} маски</numerusform>
            <numerusform>{n:,} масок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} numbers compared: they differ by {most:.3g} at most, {mean:.3g} on average; {allowed:.3g} is allowed</source>
        <translation>
            <numerusform>сравнено {n:,} число: различие не больше {most:.3g}, в среднем {mean:.3g}; допустимо {allowed:.3g}</numerusform>
            <numerusform>сравнено {n:,} числа: различие не больше {most:.3g}, в среднем {mean:.3g}; допустимо {allowed:.3g}</numerusform>
            <numerusform>сравнено {n:,} чисел: различие не больше {most:.3g}, в среднем {mean:.3g}; допустимо {allowed:.3g}</numerusform>
        </translation>
    </message>
    <message>
        <source>{named}</source>
        <translation>{named}</translation>
    </message>
    <message numerus="yes">
        <source>{named} and {n} more</source>
        <translation>
            <numerusform>{named} и ещё {n}</numerusform>
            <numerusform>{named} и ещё {n}</numerusform>
            <numerusform>{named} и ещё {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{nameless} of {n} photos lie in folders that match no class; they do not count.</source>
        <translation>
            <numerusform>{nameless} из {n} фото лежат в папках, которым не отвечает ни один класс; они не считаются.</numerusform>
            <numerusform>{nameless} из {n} фото лежат в папках, которым не отвечает ни один класс; они не считаются.</numerusform>
            <numerusform>{nameless} из {n} фото лежат в папках, которым не отвечает ни один класс; они не считаются.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message numerus="yes">
        <source>{name} (opset {opset}, {n} times, first {node!r})</source>
        <translation>
            <numerusform>{name} (opset {opset}, {n} раз, первый {node!r})</numerusform>
            <numerusform>{name} (opset {opset}, {n} раза, первый {node!r})</numerusform>
            <numerusform>{name} (opset {opset}, {n} раз, первый {node!r})</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} = {numbers}</source>
        <translation>{name} = {numbers}</translation>
    </message>
    <message>
        <source>{name} = {numbers} ({source})</source>
        <translation>{name} = {numbers} ({source})</translation>
    </message>
    <message>
        <source>{name} leans on the {place}: {share:.0f} % of its evidence lies in that ninth, {others:.0f} % in the others.</source>
        <translation>{name} опирается на то, что {place}: в этой девятой части {share:.0f} % опоры, у остальных классов {others:.0f} %.</translation>
    </message>
    <message>
        <source>{name} margin</source>
        <translation>отступ: {name}</translation>
    </message>
    <message>
        <source>{name} no longer leans on the {place}: {shares}.</source>
        <translation>{name} больше не опирается на то, что {place}: {shares}.</translation>
    </message>
    <message>
        <source>{name} now leans on the {place}: {shares}.</source>
        <translation>{name} теперь опирается на то, что {place}: {shares}.</translation>
    </message>
    <message>
        <source>{name} still leans on the {place}: {shares}.</source>
        <translation>{name} по-прежнему опирается на то, что {place}: {shares}.</translation>
    </message>
    <message>
        <source>{name} {value}</source>
        <translation>{name} {value}</translation>
    </message>
    <message>
        <source>{name}, {resize}</source>
        <translation>{name}, {resize}</translation>
    </message>
    <message>
        <source>{name}, {size} GB</source>
        <translation>{name}, {size} ГБ</translation>
    </message>
    <message>
        <source>{normalisation}, {resize} to {height}x{width} ({source})</source>
        <translation>{normalisation}, {resize} до {height}x{width} ({source})</translation>
    </message>
    <message>
        <source>{note} · {run}</source>
        <translation>{note} · {run}</translation>
    </message>
    <message>
        <source>{number}: maximum {maximum:.6g} at {place}; mean {mean:.6g}, {zeros:.0f} % zeros</source>
        <translation>{number}: максимум {maximum:.6g}, {place}; среднее {mean:.6g}, нулей {zeros:.0f} %</translation>
    </message>
    <message numerus="yes">
        <source>{n} became wrong</source>
        <translation>
            <numerusform>{n} стало неверно</numerusform>
            <numerusform>{n} стало неверно</numerusform>
            <numerusform>{n} стало неверно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} blocks</source>
        <translation>
            <numerusform>{n} блок</numerusform>
            <numerusform>{n} блока</numerusform>
            <numerusform>{n} блоков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} earlier layers have no gradient: that needs {operators}.</source>
        <translation>
            <numerusform>У {n} более раннего слоя нет градиента: для него нужны {operators}.</numerusform>
            <numerusform>У {n} более ранних слоёв нет градиента: для него нужны {operators}.</numerusform>
            <numerusform>У {n} более ранних слоёв нет градиента: для него нужны {operators}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links lead out of the folder and were not followed. Say --follow-links to follow them.</source>
        <translation>
            <numerusform>{n} ссылка ведёт из папки наружу, по ней не перешли. Чтобы перейти, есть --follow-links.</numerusform>
            <numerusform>{n} ссылки ведут из папки наружу, по ним не перешли. Чтобы перейти, есть --follow-links.</numerusform>
            <numerusform>{n} ссылок ведут из папки наружу, по ним не перешли. Чтобы перейти, есть --follow-links.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} noisy copies</source>
        <translation>
            <numerusform>{n} зашумлённая копия</numerusform>
            <numerusform>{n} зашумлённые копии</numerusform>
            <numerusform>{n} зашумлённых копий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} numbers differ by {apart} of the largest; {allowed} is allowed</source>
        <translation>
            <numerusform>{n} число расходится на {apart} от наибольшего; допустимо {allowed}</numerusform>
            <numerusform>{n} числа расходятся на {apart} от наибольшего; допустимо {allowed}</numerusform>
            <numerusform>{n} чисел расходятся на {apart} от наибольшего; допустимо {allowed}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {total} maps used.</source>
        <translation>
            <numerusform>Использовано карт: {n} из {total}.</numerusform>
            <numerusform>Использовано карт: {n} из {total}.</numerusform>
            <numerusform>Использовано карт: {n} из {total}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos became right</source>
        <translation>
            <numerusform>{n} фото стало верно</numerusform>
            <numerusform>{n} фото стало верно</numerusform>
            <numerusform>{n} фото стало верно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos could not be read</source>
        <translation>
            <numerusform>{n} фото не прочитано</numerusform>
            <numerusform>{n} фото не прочитано</numerusform>
            <numerusform>{n} фото не прочитано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos scored</source>
        <translation>
            <numerusform>{n} фото оценено</numerusform>
            <numerusform>{n} фото оценено</numerusform>
            <numerusform>{n} фото оценено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of the review list name no photo of this dataset: {names}. They are passed over.</source>
        <translation>
            <numerusform>{n} строка списка правок не называет фото этого набора: {names}. Она пропущена.</numerusform>
            <numerusform>{n} строки списка правок не называют фото этого набора: {names}. Они пропущены.</numerusform>
            <numerusform>{n} строк списка правок не называют фото этого набора: {names}. Они пропущены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} scales, one per channel</source>
        <translation>
            <numerusform>{n} масштаб, по одному на канал</numerusform>
            <numerusform>{n} масштаба, по одному на канал</numerusform>
            <numerusform>{n} масштабов, по одному на канал</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps from a {name} photo</source>
        <translation>
            <numerusform>{n} шаг от пустого фото ({name})</numerusform>
            <numerusform>{n} шага от пустого фото ({name})</numerusform>
            <numerusform>{n} шагов от пустого фото ({name})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} × {n} squares, {samples:,} samples, baseline {name}, kernel {width}, ridge {ridge}, seed {seed}</source>
        <translation>
            <numerusform>{n} × {n} квадрат, выборок {samples:,}, заполнение: {name}, ядро {width}, гребень {ridge}, зерно {seed}</numerusform>
            <numerusform>{n} × {n} квадрата, выборок {samples:,}, заполнение: {name}, ядро {width}, гребень {ridge}, зерно {seed}</numerusform>
            <numerusform>{n} × {n} квадратов, выборок {samples:,}, заполнение: {name}, ядро {width}, гребень {ridge}, зерно {seed}</numerusform>
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
        <translation>{operator} {node!r} не выполнен на входах формы {shapes}: {why}</translation>
    </message>
    <message>
        <source>{photo}: done before, in {folder}</source>
        <translation>{photo}: готово раньше, в {folder}</translation>
    </message>
    <message>
        <source>{photo}: done, in {folder}</source>
        <translation>{photo}: готово, в {folder}</translation>
    </message>
    <message>
        <source>{preset}, grey</source>
        <translation>{preset}, серый</translation>
    </message>
    <message>
        <source>{probability:8.4f}  {label} ({index})</source>
        <translation>{probability:8.4f}  {label} ({index})</translation>
    </message>
    <message>
        <source>{prog}: {message}. &quot;{prog} --help&quot; lists what there is.</source>
        <translation>{prog}: {message}. Что есть, перечисляет «{prog} --help».</translation>
    </message>
    <message>
        <source>{quantity} margin {label} − {other}</source>
        <translation>{quantity}, отступ {label} − {other}</translation>
    </message>
    <message>
        <source>{quantity} of {label}</source>
        <translation>{quantity} «{label}»</translation>
    </message>
    <message>
        <source>{reason} {fix}.</source>
        <translation>{reason} {fix}.</translation>
    </message>
    <message>
        <source>{right}, {wrong}. {chance}</source>
        <translation>{right}, {wrong}. {chance}</translation>
    </message>
    <message>
        <source>{score} while a place is covered</source>
        <translation>{score} при закрытом месте</translation>
    </message>
    <message>
        <source>{share:.0f} %</source>
        <translation>{share:.0f} %</translation>
    </message>
    <message>
        <source>{share:.0f} % ({low:.0f} to {high:.0f})</source>
        <translation>{share:.0f} % ({low:.0f}–{high:.0f})</translation>
    </message>
    <message>
        <source>{share:.1e}</source>
        <translation>{share:.1e}</translation>
    </message>
    <message>
        <source>{share:.1f} %</source>
        <translation>{share:.1f} %</translation>
    </message>
    <message>
        <source>{share:.1f} % accuracy ({low:.0f} to {high:.0f}), {top5:.1f} % among the first five, calibration error {error:.3f}</source>
        <translation>доля верных {share:.1f} % ({low:.0f}–{high:.0f}), топ-5 {top5:.1f} %, ошибка калибровки {error:.3f}</translation>
    </message>
    <message>
        <source>{share:.2g} %</source>
        <translation>{share:.2g} %</translation>
    </message>
    <message>
        <source>{share:5.1f} %  {hits:4} of {total:&lt;4}  confidence {confidence:.3f}  {way}{now}</source>
        <translation>{share:5.1f} %  {hits:4} из {total:&lt;4}  уверенность {confidence:.3f}  {way}{now}</translation>
    </message>
    <message>
        <source>{share} of the places are positive.</source>
        <translation>Положительны {share} мест.</translation>
    </message>
    <message>
        <source>{share} of the places speak for the class.</source>
        <translation>За класс говорят {share} мест.</translation>
    </message>
    <message>
        <source>{shown} of {total} channels, by {order}, numbered from 0</source>
        <translation>{shown} из {total} каналов, порядок: {order}, нумерация с 0</translation>
    </message>
    <message>
        <source>{source}: {reason}</source>
        <translation>{source}: {reason}</translation>
    </message>
    <message>
        <source>{text!r} cannot cover a place. Give gray, mean, black, white, blurred, or three numbers from 0 to 255 like 128,128,128.</source>
        <translation>{text!r} не может закрывать место. Задайте gray, mean, black, white, blurred или три числа от 0 до 255, например 128,128,128.</translation>
    </message>
    <message>
        <source>{text!r} is not a box. Write TOP,LEFT,HEIGHT,WIDTH in input pixels, counted from 0, for example 77,108,71,71.</source>
        <translation>{text!r} — не прямоугольник. Напишите TOP,LEFT,HEIGHT,WIDTH в пикселях входа, считая от 0, например 77,108,71,71.</translation>
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
        <translation>{title} ({score:.4f})</translation>
    </message>
    <message>
        <source>{type} in the network</source>
        <translation>{type} в сети</translation>
    </message>
    <message>
        <source>{type} in the network, dequantised: {scale}</source>
        <translation>{type} в сети, деквантовано: {scale}</translation>
    </message>
    <message>
        <source>{type} in the network, no scale is known</source>
        <translation>{type} в сети, масштаб неизвестен</translation>
    </message>
    <message numerus="yes">
        <source>{unreadable} of {n} photos could not be read.</source>
        <translation>
            <numerusform>{unreadable} из {n} фото не читаются.</numerusform>
            <numerusform>{unreadable} из {n} фото не читаются.</numerusform>
            <numerusform>{unreadable} из {n} фото не читаются.</numerusform>
        </translation>
    </message>
    <message>
        <source>{value} holds 0 class names. Give a list of them in the order of the scores, or {{&quot;0&quot;: name, &quot;1&quot;: name …}} without a gap.</source>
        <translation>В {value} 0 имён классов. Дайте их список в порядке оценок или {{&quot;0&quot;: имя, &quot;1&quot;: имя …}} без пропусков.</translation>
    </message>
    <message>
        <source>{value} is no text.</source>
        <translation>{value} — не текст.</translation>
    </message>
    <message>
        <source>{value} is no whole number of pixels from 1 to {most:,}.</source>
        <translation>{value} — не целое число пикселей от 1 до {most:,}.</translation>
    </message>
    <message>
        <source>{value} is not a size. Write 71 or, height first, 71x45.</source>
        <translation>{value} — не размер. Напишите 71 или, сначала высота, 71x45.</translation>
    </message>
    <message>
        <source>{wanted!r} is ambiguous: {classes}. Give the index.</source>
        <translation>{wanted!r} неоднозначно: {classes}. Укажите номер.</translation>
    </message>
    <message numerus="yes">
        <source>{way} is right on {share} of the {n} labelled photos</source>
        <translation>
            <numerusform>{way}: верно на {share} из {n} размеченного фото</numerusform>
            <numerusform>{way}: верно на {share} из {n} размеченных фото</numerusform>
            <numerusform>{way}: верно на {share} из {n} размеченных фото</numerusform>
        </translation>
    </message>
    <message>
        <source>{where} holds a class name of {longest:,} letters, and no more than {most:,} are read. Give shorter names.</source>
        <translation>{where}: имя класса из {longest:,} букв, а читается не больше {most:,}. Дайте имена короче.</translation>
    </message>
    <message numerus="yes">
        <source>{where} holds {n:,} class names, but &quot;{file}&quot; has {wanted:,} classes. Give the list that belongs to this model.{hint}</source>
        <translation>
            <numerusform>{where}: {n:,} имя класса, а у «{file}» классов {wanted:,}. Дайте список от этой модели.{hint}</numerusform>
            <numerusform>{where}: {n:,} имени классов, а у «{file}» классов {wanted:,}. Дайте список от этой модели.{hint}</numerusform>
            <numerusform>{where}: {n:,} имён классов, а у «{file}» классов {wanted:,}. Дайте список от этой модели.{hint}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{where} holds {n:,} names for {wanted:,} scores.{help}</source>
        <translation>
            <numerusform>{where}: {n:,} имя, а оценок {wanted:,}.{help}</numerusform>
            <numerusform>{where}: {n:,} имени, а оценок {wanted:,}.{help}</numerusform>
            <numerusform>{where}: {n:,} имён, а оценок {wanted:,}.{help}</numerusform>
        </translation>
    </message>
    <message>
        <source>{where} is no number.</source>
        <translation>{where} — не число.</translation>
    </message>
    <message>
        <source>{words}</source>
        <translation>{words}</translation>
    </message>
    <message>
        <source>{word} is no channel. With --reduction, --target is a number from 0.</source>
        <translation>{word} — не канал. С --reduction ключ --target задаёт номер от 0.</translation>
    </message>
</context>
</TS>
