package io.feverline.local.cli;

import io.feverline.local.Home;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Ports;
import io.feverline.local.Service;
import io.feverline.local.demo.KeyedDevice;
import java.nio.file.Path;

/** The addresses of a system that is ready, and three requests that show what it does. */
record TryNext(LocalSystem system) {
    /** A made-up number with a right check digit. */
    private static final String DOCUMENT = "36032219800101001X";

    String text() {
        return """

                ✔ 就绪 ready
                  值班台 duty board  %2$s/duty
                  业务台 console     %3$s/console
                  checkpoint-ingest  %1$s/q/swagger-ui   日志 log %4$s
                  alert-service      %2$s/q/swagger-ui   日志 log %5$s
                  registry-service   %3$s/q/swagger-ui   日志 log %6$s
                  登录 OpenID        %7$s
                  数据 data          %8$s

                1. 上报一次发热读数 Post a feverish reading:
                curl -sS %1$s/v1/readings -H 'Authorization: Bearer %9$s' -H 'Content-Type: application/json' -d '{"id":"'"$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)"'","measuredAt":"'"$(date -u +%%Y-%%m-%%dT%%H:%%M:%%SZ)"'","temperature":38.6,"traveller":{"documentType":"resident-id","documentNumber":"%10$s","name":"张示例"}}'

                2. 值班员查看警报 List the alerts as the duty officer:
                curl -sS '%2$s/v1/alerts?limit=5' -H "Authorization: Bearer $(%11$s)"

                3. 县疾控人员查找该旅客（或在业务台） Search the traveller as the county official, or in the console:
                curl -sS %3$s/v1/travellers/search -H "Authorization: Bearer $(%12$s)" -H 'Content-Type: application/json' -d '{"documentType":"resident-id","documentNumber":"%10$s"}'

                Ctrl-C 停止 stops everything.
                """.formatted(
                        system.url(Service.CHECKPOINT_INGEST),
                        system.url(Service.ALERT_SERVICE),
                        system.url(Service.REGISTRY_SERVICE),
                        system.service(Service.CHECKPOINT_INGEST).log(),
                        system.service(Service.ALERT_SERVICE).log(),
                        system.service(Service.REGISTRY_SERVICE).log(),
                        system.issuer(),
                        system.data().path(),
                        deviceKey(),
                        DOCUMENT,
                        token(Persona.DUTY_OFFICER),
                        token(Persona.COUNTY_OFFICIAL));
    }

    /** A body-temperature device's: 38.6 °C is a fever there as it stands. */
    private String deviceKey() {
        return KeyedDevice.read(system.devices()).stream()
                .filter(device -> device.mode().equals("body") && device.site().equals("forehead"))
                .findFirst()
                .orElseThrow()
                .key();
    }

    private String token(Persona persona) {
        Path root = Home.find().root();
        String script = root.equals(Path.of("").toAbsolutePath())
                ? "deploy/token"
                : "'" + root.resolve("deploy/token").toString().replace("'", "'\\''") + "'";
        String ports = system.ports().base() == Ports.DEFAULT_BASE
                ? ""
                : " --port-base " + system.ports().base();
        return script + " " + persona.username() + ports;
    }
}
