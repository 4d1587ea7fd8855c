package io.feverline.registry.console;

import io.feverline.ingest.events.DocumentType;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the search. */
@MessageBundle("search")
public interface SearchWords {
    @Message("查旅客或车辆")
    String title();

    @Message("每次查询都会记录在审计日志中。")
    String onRecord();

    @Message("旅客")
    String traveller();

    @Message("证件类型")
    String documentType();

    @Message("证件号码")
    String documentNumber();

    @Message("车辆")
    String vehicle();

    @Message("号牌")
    String plate();

    @Message("如 赣J12345")
    String plateHelp();

    @Message("查旅客")
    String findTraveller();

    @Message("查车辆")
    String findVehicle();

    @Message("没有在您的辖区内出现过或随访的此证件的旅客。请核对证件类型和号码。")
    String noTraveller();

    @Message("没有在您的辖区内出现过的此号牌的车辆。请核对号牌。")
    String noVehicle();

    @Message(
            "{#switch type}{#case RESIDENT_ID}居民身份证{#case PASSPORT}护照{#case HOME_RETURN_PERMIT}回乡证{#case TAIWAN_PERMIT}台胞证{#case RESIDENCE_PERMIT}居住证{#else}其他{/switch}")
    String type(DocumentType type);
}
