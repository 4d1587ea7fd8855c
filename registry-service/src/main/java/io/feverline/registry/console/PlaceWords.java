package io.feverline.registry.console;

import io.feverline.registry.checkpoint.Direction;
import io.feverline.registry.device.MeasuringMode;
import io.feverline.registry.device.MeasuringSite;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of checkpoints and devices. */
@MessageBundle("place")
public interface PlaceWords {
    @Message("检测点")
    String checkpoints();

    @Message("检测点示意图")
    String map();

    @Message("您的辖区内还没有检测点。")
    String noCheckpoints();

    @Message("编号")
    String id();

    @Message("字母、数字与 . _ -")
    String idHelp();

    @Message("名称")
    String name();

    @Message("类型")
    String kind();

    @Message("方向")
    String direction();

    @Message("{#switch direction}{#case ENTRY}入口{#case EXIT}出口{#case BOTH}双向{/switch}")
    String directionOf(Direction direction);

    @Message("位置")
    String position();

    @Message("未知")
    String noPosition();

    @Message("区划代码")
    String areaCode();

    @Message("如 360322101（镇）")
    String areaCodeHelp();

    @Message("纬度 °N")
    String latitude();

    @Message("经度 °E")
    String longitude();

    @Message("WGS 84，须同时填写；流动的留空")
    String positionHelp();

    @Message("登记检测点")
    String addCheckpoint();

    @Message("修改")
    String change();

    @Message("换到其他区划时，设备也随之。")
    String changeCheckpointHelp();

    @Message("保存")
    String save();

    @Message("登记")
    String register();

    @Message("导入 CSV")
    String importCsv();

    @Message("导入区划")
    String importAreas();

    @Message("设备")
    String device();

    @Message("检测点的编号")
    String checkpointIdHelp();

    @Message("设备")
    String devices();

    @Message("此处的设备")
    String devicesHere();

    @Message("此处还没有设备。")
    String noDevicesHere();

    @Message("您的辖区内还没有设备。")
    String noDevices();

    @Message("注册码")
    String codes();

    @Message("网关凭一次性注册码自行登记到此检测点；注册码只显示一次。")
    String codesHelp();

    @Message("数量")
    String count();

    @Message("有效天数")
    String validDays();

    @Message("发放注册码")
    String draw();

    @Message("请立即记下：这些注册码不会再次显示。")
    String codesOnce();

    @Message("有效至")
    String codesUntil();

    @Message("部位")
    String site();

    @Message(
            "{#switch site}{#case FOREHEAD}额{#case WRIST}腕{#case NECK}颈{#case TEMPLE}颞{#case EAR}耳{#case INNER_CANTHUS}内眼角{#case AXILLARY}腋下{#case UNKNOWN}未知{/switch}")
    String siteOf(MeasuringSite site);

    @Message("模式")
    String mode();

    @Message("{#switch mode}{#case BODY}体温（设备已换算）{#case SURFACE}体表（须加修正）{/switch}")
    String modeOf(MeasuringMode mode);

    @Message("修正 ℃")
    String offset();

    @Message("校准有效期至")
    String calibrationDue();

    @Message("未说明")
    String notCalibrated();

    @Message("校准过期")
    String calibrationOver();

    @Message("登记校准")
    String calibrate();

    @Message("最后一天；过期后读数存疑。不知则留空。")
    String calibrateHelp();

    @Message("密钥")
    String keys();

    @Message("{#switch keys}{#case 0}已吊销{#case 1}正常{#else}换钥中{/switch}")
    String live(int keys);

    @Message("指纹")
    String fingerprint();

    @Message("生成")
    String drawnAt();

    @Message("此前")
    String unknownTime();

    @Message("没有有效密钥：此设备的读数会被拒收。")
    String noKeys();

    @Message("增发密钥")
    String addKey();

    @Message("换钥：增发、装入设备、再吊销旧的。最多两把。")
    String addKeyHelp();

    @Message("设备密钥")
    String key();

    @Message("请立即装入设备：此密钥不会再次显示。")
    String keyOnce();

    @Message("吊销")
    String revokeKey();

    @Message("吊销设备")
    String revoke();

    @Message("确认吊销")
    String revokeTitle();

    @Message("吊销后，凭其全部密钥上报的读数立即被拒收，不可撤销；需要时可再增发密钥。")
    String revokeHelp();

    @Message("吊销后，凭此密钥上报的读数立即被拒收，不可撤销。")
    String revokeKeyHelp();

    @Message("不吊销")
    String keep();

    @Message("登记设备")
    String addDevice();

    @Message("登记后显示密钥一次。也可在检测点发放注册码，由网关自行登记。")
    String addDeviceHelp();

    @Message("位置与测量方式")
    String changeDevice();

    @Message("缺失读数")
    String gaps();

    @Message("还没有收到带编号的读数。")
    String noGaps();

    @Message("启动")
    String boot();

    @Message("最高编号")
    String highest();

    @Message("缺失")
    String missing();

    @Message("缺失编号")
    String ranges();

    @Message("重发")
    String duplicates();

    @Message("编号重用")
    String replays();

    @Message("最近收到")
    String lastHeard();
}
