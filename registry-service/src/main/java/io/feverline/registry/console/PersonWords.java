package io.feverline.registry.console;

import io.feverline.registry.contact.Reason;
import io.feverline.registry.journey.rule.Stay;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of travellers and vehicles. */
@MessageBundle("person")
public interface PersonWords {
    @Message("旅客 {id}")
    String traveller(String id);

    @Message("车辆 {id}")
    String vehicle(String id);

    @Message("行踪")
    String history();

    @Message("密切接触者")
    String contacts();

    @Message("仍在辖区内")
    String inside();

    @Message("县域停留")
    String stays();

    @Message(
            "{#switch state}{#case INSIDE}未见离开{#case LEFT}已离开{#case SEEN_ELSEWHERE}已在他县出现{#case EXIT_UNSEEN}离开时未见{#case ENTRY_UNSEEN}进入时未见{/switch}")
    String stay(Stay.State state);

    @Message("行程")
    String journeys();

    @Message("地图")
    String map();

    @Message("示意图，按坐标绘制；没有坐标的检测点不在图上。")
    String mapHelp();

    @Message("此期间没有行程。")
    String noJourneys();

    @Message("所看记录已达上限，更早的不在行程中。")
    String cut();

    @Message("时间上不可能：其中一次不是同一人，或时钟有误")
    String impossible();

    @Message("{count} 次检测")
    String measured(int count);

    @Message("检测记录")
    String passages();

    @Message("此期间没有检测记录。")
    String noPassages();

    @Message("体温")
    String temperature();

    @Message("发热")
    String fever();

    @Message("车次与座位")
    String ride();

    @Message("来自 → 去往")
    String way();

    @Message("设备当时异常")
    String deviceIll();

    @Message("复测")
    String recheck();

    @Message("身份信息")
    String identity();

    @Message("封存的身份信息只在此处打开；每次打开连同事由记入审计日志。")
    String identityHelp();

    @Message("用途")
    String purpose();

    @Message("打开（掩码）")
    String openMasked();

    @Message("打开全部")
    String openFull();

    @Message("紧急打开")
    String breakGlass();

    @Message("仅限危及生命等紧急情况；会被逐次核查。")
    String breakGlassHelp();

    @Message("紧急事由")
    String emergency();

    @Message("姓名")
    String name();

    @Message("证件号码")
    String documentNumber();

    @Message("电话")
    String phone();

    @Message("未登记")
    String notStated();

    @Message("离开此页后须重新打开。")
    String openedHelp();

    @Message("天数")
    String days();

    @Message("接触者")
    String contact();

    @Message("关系")
    String why();

    @Message(
            "{#switch reason}{#case SEAT_ROW}同排座位{#case NEAR_ROWS}邻近座位{#case TRIP}同一车次{#case VEHICLE}同一车辆{#case BUS}同乘客车{#case CHECKPOINT}同一检测点{/switch}")
    String met(Reason reason);

    @Message("地点")
    String where();

    @Message("间隔")
    String apart();

    @Message("共处")
    String together();

    @Message("{minutes} 分钟")
    String minutes(long minutes);

    @Message("次数")
    String times();

    @Message("座位隔 {rows} 排")
    String rowsApart(int rows);

    @Message("共 {count} 人，最近的在前。")
    String howMany(int count);

    @Message("接触者过多，未全部列出；请缩短期间，或下载文件。")
    String contactsCut();

    @Message("此期间在您的辖区内没有已登记的接触者。")
    String noContacts();

    @Message("去过的地方与同处人数")
    String companies();

    @Message("已登记")
    String known();

    @Message("未登记的检测")
    String unknown();

    @Message("图")
    String graph();

    @Message("下载 FHIR")
    String fhir();

    @Message("圆心是旅客，内圈是相遇地点，外圈是接触者；越近的关系标志越醒目。")
    String graphHelp();

    @Message("图上只有关系最近的 {count} 人。")
    String graphCut(int count);
}
