package io.feverline.registry.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the bulletins. */
@MessageBundle("bulletin")
public interface BulletinWords {
    @Message("每日通报")
    String title();

    @Message("{area}体温检测每日通报")
    String titleOf(String area);

    @Message("拟发布通报")
    String draft();

    @Message("日期")
    String day();

    @Message("版次")
    String edition();

    @Message("第 {number} 版")
    String numbered(int number);

    @Message("发布时间")
    String publishedAt();

    @Message("筛查")
    String screened();

    @Message("登记证件")
    String withPapers();

    @Message("复测")
    String rechecked();

    @Message("疑似")
    String suspected();

    @Message("确认发热")
    String confirmed();

    @Message("每千人确认")
    String perThousand();

    @Message("合计")
    String total();

    @Message("下级区划")
    String below();

    @Message("分时")
    String byHour();

    @Message("时")
    String hour();

    @Message("按语")
    String words();

    @Message("更正原因")
    String why();

    @Message("发布")
    String publish();

    @Message("更正并发布新版")
    String correct();

    @Message("发布后数字不再变化；更正另出新版，原版保留。")
    String frozen();

    @Message("还没有通报。")
    String none();

    @Message("当日没有检测。")
    String nothing();
}
