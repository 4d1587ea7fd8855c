package io.feverline.registry.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words that several pages of the console have. */
@MessageBundle("console")
public interface ConsoleWords {
    @Message("查询")
    String search();

    @Message("随访")
    String followUps();

    @Message("日报")
    String reports();

    @Message("完整率")
    String completeness();

    @Message("重点地区")
    String keyRegions();

    @Message("检测点")
    String checkpoints();

    @Message("设备")
    String devices();

    @Message("审计")
    String audit();

    @Message("下一页")
    String next();

    @Message("回到第一页")
    String first();

    @Message("时间")
    String time();

    @Message("检测点")
    String checkpoint();

    @Message("区划")
    String area();

    @Message("状态")
    String state();

    @Message("从")
    String from();

    @Message("至")
    String until();

    @Message("显示")
    String show();

    @Message("不写姓名、电话、证件号")
    String wordsHelp();

    @Message("下载 CSV")
    String csv();

    @Message("下载 Excel")
    String excel();

    @Message(
            "{#switch kind}{#case 'HIGHWAY_EXIT'}高速出口{#case 'BUS_STATION'}汽车站{#case 'BUS'}客车{#case 'CORRIDOR'}省际通道{#case 'RAILWAY_STATION'}火车站{#case 'VENUE'}场所{#else}其他{/switch}")
    String kind(String kind);
}
