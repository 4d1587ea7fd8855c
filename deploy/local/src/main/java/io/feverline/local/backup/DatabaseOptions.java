package io.feverline.local.backup;

import io.feverline.local.Database;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which databases. */
final class DatabaseOptions {
    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "registry-service 的数据库。 registry-service's database: jdbc:postgresql://HOST/registry")
    @Nullable
    String registry;

    @Option(
            names = "--alert",
            paramLabel = "URL",
            description = "alert-service 的数据库。 alert-service's database: jdbc:postgresql://HOST/alert")
    @Nullable
    String alert;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "数据库的所有者，密码取自环境变量 PGPASSWORD。"
                    + " Who owns them; the password is taken from PGPASSWORD. Default: ${DEFAULT-VALUE}",
            defaultValue = "feverline")
    String user = "feverline";

    /** Those that were given. */
    List<Endpoint> endpoints() {
        String password = System.getenv("PGPASSWORD");
        List<Endpoint> endpoints = new ArrayList<>();
        if (registry != null) {
            endpoints.add(new Endpoint(Database.REGISTRY, registry, user, password == null ? "" : password));
        }
        if (alert != null) {
            endpoints.add(new Endpoint(Database.ALERT, alert, user, password == null ? "" : password));
        }
        return endpoints;
    }
}
