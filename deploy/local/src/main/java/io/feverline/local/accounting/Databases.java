package io.feverline.local.accounting;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.infra.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which readings both databases hold. A reading held twice is listed twice. */
record Databases(LocalSystem system) {
    List<UUID> passages() {
        return ids(Database.REGISTRY, "select reading_id from passage");
    }

    List<UUID> feverishEpisodeReadings() {
        return ids(Database.ALERT, "select reading_id from episode_reading where verdict = 'fever'");
    }

    private List<UUID> ids(Database database, String query) {
        try (Connection connection = DriverManager.getConnection(
                        system.jdbcUrl(database), Postgres.USER, system.databasePassword());
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("database " + database.databaseName() + " could not be counted", e);
        }
    }
}
