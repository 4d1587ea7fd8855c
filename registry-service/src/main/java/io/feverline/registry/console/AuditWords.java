package io.feverline.registry.console;

import io.feverline.registry.audit.Act;
import io.feverline.registry.events.audit.AuditCheck.Kind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the audit log. */
@MessageBundle("audit")
public interface AuditWords {
    @Message("审计日志")
    String title();

    @Message("谁在何时、对什么、为何做了什么。您的查看也会记录。")
    String help();

    @Message("操作人")
    String actor();

    @Message("操作")
    String act();

    @Message("全部")
    String anyAct();

    @Message("对象编号")
    String subject();

    @Message("清除条件")
    String clear();

    @Message("序号")
    String seq();

    @Message("目的")
    String purpose();

    @Message("详情")
    String detail();

    @Message("全域")
    String everywhere();

    @Message("没有记录。")
    String none();

    @Message("没有符合条件的记录。")
    String noneFound();

    @Message("核验审计链")
    String verify();

    @Message("从头读出全部记录，逐条核对哈希与已发布的签名链头；记录多时需要一些时间。")
    String verifyHelp();

    @Message("核验结果")
    String verified();

    @Message("完好：记录与写入时一致。")
    String intact();

    @Message("已损坏：记录与写入时不一致。")
    String broken();

    @Message("完好的记录")
    String rows();

    @Message("至链头（末条哈希）")
    String upTo();

    @Message("相符的签名链头")
    String heads();

    @Message("伪造的链头")
    String forged();

    @Message("不是本服务密钥签名的链头，未予采信。")
    String forgedHelp();

    @Message("最近签名")
    String lastSigned();

    @Message("此后若有末尾的记录被删去，核验看不出来。")
    String lastSignedHelp();

    @Message("尚无签名")
    String neverSigned();

    @Message("数据库禁止改写")
    String appendOnly();

    @Message("是：只能追加")
    String yes();

    @Message("否：服务可改写日志，请检查数据库权限")
    String no();

    @Message("问题")
    String fault();

    @Message("自第 {seq} 条起不可信")
    String from(long seq);

    @Message(
            "{#switch kind}{#case TWO_HEADS}同一条记录有两个不同的签名链头{#case ROW_MISSING}缺少记录{#case ROW_CHANGED}记录被改动{#case WRITTEN_ANEW}日志被重写{#case CUT_OFF}末尾的记录被删去{/switch}")
    String faultOf(Kind kind);

    @Message("""
            {#switch act}
            {#case TRAVELLER_SEARCH}查询旅客
            {#case TRAVELLER_HISTORY}查看旅客行踪
            {#case TRAVELLER_HISTORY_EXPORT}导出旅客行踪
            {#case TRAVELLER_JOURNEYS}查看旅客行程
            {#case TRAVELLER_CONTACTS}查看密切接触者
            {#case TRAVELLER_CONTACTS_EXPORT}导出密切接触者
            {#case IDENTITY_OPEN}查看身份（遮盖）
            {#case IDENTITY_OPEN_FULL}查看身份（完整）
            {#case IDENTITY_BREAK_GLASS}紧急查看身份
            {#case TRAVELLER_DATA_EXPORT}应旅客请求导出数据
            {#case TRAVELLER_ERASE}删除旅客数据
            {#case TRAVELLER_MERGE}合并旅客
            {#case TRAVELLER_UNMERGE}撤销合并旅客
            {#case VEHICLE_SEARCH}查询车辆
            {#case VEHICLE_HISTORY}查看车辆行踪
            {#case VEHICLE_HISTORY_EXPORT}导出车辆行踪
            {#case VEHICLE_JOURNEYS}查看车辆行程
            {#case OVERDUE_EXITS}查看过境逾期未离
            {#case AREAS_IMPORT}导入区划
            {#case AREA_PERIODS_IMPORT}导入代码沿革
            {#case CHECKPOINT_REGISTER}登记检测点
            {#case CHECKPOINT_CHANGE}修改检测点
            {#case CHECKPOINTS_IMPORT}导入检测点
            {#case DEVICE_REGISTER}登记设备
            {#case DEVICE_CHANGE}修改设备
            {#case DEVICES_IMPORT}导入设备
            {#case DEVICE_KEY_ADD}增发设备密钥
            {#case DEVICE_KEY_REVOKE}吊销设备密钥
            {#case DEVICE_REVOKE}吊销设备
            {#case DEVICE_CALIBRATE}登记校准
            {#case ENROLMENTS_DRAW}发放注册码
            {#case KEY_REGION_LIST}列入重点地区
            {#case KEY_REGION_END}结束重点地区
            {#case ARRIVALS}查看重点地区来人
            {#case FOLLOW_UP_LIST}查看随访名单
            {#case FOLLOW_UP_READ}查看随访
            {#case FOLLOW_UP_ASSIGN}分派随访
            {#case FOLLOW_UP_ACCEPT}接受随访
            {#case FOLLOW_UP_ENTRY}登记随访记录
            {#case FOLLOW_UP_COMPLETE}完成随访
            {#case FOLLOW_UP_REFER}随访转诊
            {#case FOLLOW_UP_CLOSE}关闭随访
            {#case FOLLOW_UP_HAND_OVER}移交随访
            {#case REPORT_READ}查看日报
            {#case REPORT_SIGN}签报日报
            {#case REPORT_CORRECT}更正日报
            {#case REPORTS_READ}查看日报列表
            {#case REPORTS_MISSING}查看缺报
            {#case REPORTS_DISCREPANCIES}查看日报差异
            {#case REPORTS_COMPLETENESS}查看完整率
            {#case EVIDENCE_EXPORT}导出证据
            {#case RETENTION_DROP}到期删除一日行踪
            {#case RETENTION_FORGET}到期删除个人信息
            {#case BULLETIN_PUBLISH}发布每日通报
            {#case KEY_REGIONS_IMPORT}导入重点地区
            {#case AUDIT_READ}查看审计日志
            {#case AUDIT_VERIFY}核验审计日志
            {/switch}""")
    String actOf(Act act);
}
