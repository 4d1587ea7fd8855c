package io.feverline.registry.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of imports. */
@MessageBundle("csv")
public interface ImportWords {
    @Message("导入{#switch kind}{#case 'areas'}区划{#case 'checkpoints'}检测点{#case 'devices'}设备{#else}重点地区{/switch}")
    String title(String kind);

    @Message("{#switch kind}{#case 'areas'}区划{#case 'checkpoints'}检测点{#case 'devices'}设备{#else}重点地区{/switch}")
    String kind(String kind);

    @Message("导入的内容")
    String kinds();

    @Message("先预览：不写入任何内容，逐行指出错误。确认后全部写入；有一行错误则全不写入。")
    String help();

    @Message("列（首行为列名）")
    String columns();

    @Message("另可有 version：导出时的版本，之后被他人改过的行不会被覆盖。")
    String version();

    @Message("也可导入代码沿革：code, name, first_year, last_year。")
    String alsoPeriods();

    @Message("下载现有内容（可作模板）")
    String current();

    @Message("CSV 文件")
    String file();

    @Message("UTF-8 或 GB18030（Excel），最多 50000 行、10 MiB")
    String fileHelp();

    @Message("或粘贴内容")
    String text();

    @Message("预览")
    String preview();

    @Message("预览")
    String previewTitle();

    @Message("行")
    String rows();

    @Message("新增")
    String added();

    @Message("修改")
    String changed();

    @Message("不变")
    String unchanged();

    @Message("错误")
    String bad();

    @Message("尚未写入任何内容。")
    String nothingDone();

    @Message("错误的行")
    String faults();

    @Message("只列出前 100 处。")
    String faultsCut();

    @Message("请在文件中改正后重新预览。")
    String correct();

    @Message("行号")
    String line();

    @Message("列")
    String column();

    @Message("错误")
    String fault();

    @Message("整行")
    String wholeRow();

    @Message("前几行")
    String first();

    @Message("有错误")
    String isBad();

    @Message("确认导入 {rows} 行")
    String confirm(int rows);

    @Message("没有要写入的内容：所有行都与现有内容相同。")
    String nothingToDo();

    @Message("换一个文件")
    String other();

    @Message("已导入：新增 {added}，修改 {changed}，不变 {unchanged}。")
    String done(int added, int changed, int unchanged);

    @Message("查看")
    String look();
}
