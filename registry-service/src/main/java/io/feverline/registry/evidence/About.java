package io.feverline.registry.evidence;

import io.feverline.registry.events.audit.AuditRow;
import io.feverline.registry.export.Measures;
import java.time.Instant;

/** What stands in front of the tables: what it is, who had it made, and how it can be checked. */
final class About {
    private About() {}

    /**
     * The text.
     *
     * @param end of the audit log, which is the record of this
     */
    static String of(EvidenceOrder order, Instant now, AuditRow end) {
        return """
                发热哨点证据档案 / Feverline: archive of evidence

                个案 case (traveller id)          %s
                时段 period                       %s – %s
                用途 purpose                      %s
                制作人 made by                    %s
                辖区 area                         %s
                制作时间 made at                  %s
                审计记录 on record as audit row   %d, hash %s

                只含制作人辖区内的内容，不含姓名、证件号、电话和车牌。
                It has what lies in the area of who had it made, and nobody's name, number, telephone or plate.

                passages.csv     何时何地测得、判定、设备当时的状态 / when and where the case was measured, the verdict, the device then
                checkpoints.csv  所经检测点 / the checkpoints passed
                devices.csv      所用设备：校准、缺号、异常 / the devices: calibration, gaps, findings
                reports.csv      所经班次的报告：签报人、时间、迟报漏报、与设备计数的差异 / the reports of the shifts passed: who signed
                                 when, late or missing, and the devices' count beside each figure
                causes.csv       随访原因 / why the case was followed up
                follow-ups.csv   随访经过 / what was done about it, when, by whom
                audit.csv        对个案、检测点、设备、报告的操作 / who did what to the case, its checkpoints, devices and reports

                核验 To check it: deploy/verify-evidence --help; sha256sum -c SHA256SUMS
                """.formatted(
                        order.travellerId(),
                        time(order.from()),
                        time(order.to()),
                        order.purpose().lines().reduce("", (all, line) -> all.isEmpty() ? line : all + " " + line),
                        order.actor().subject(),
                        order.actor().scope().prefix(),
                        time(now),
                        end.seq(),
                        end.hash());
    }

    private static String time(Instant time) {
        return Measures.text(Measures.local(time));
    }
}
