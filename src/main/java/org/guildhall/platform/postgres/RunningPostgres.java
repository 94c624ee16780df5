package org.guildhall.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** A server that another process started from a data directory; it can be connected to, not stopped. */
public record RunningPostgres(String url, String password) {

    /** A new connection to the application's database. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, LocalPostgres.USER, password);
    }

    static Optional<RunningPostgres> find(Path home) {
        var pidFile = home.resolve("cluster").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            int port = Integer.parseInt(Files.readAllLines(pidFile).get(3).strip());
            var found = new RunningPostgres(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                    Files.readString(home.resolve("password")).strip());
            found.connect().close();
            return Optional.of(found);
        } catch (IOException | SQLException | IndexOutOfBoundsException | NumberFormatException nobodyAnswers) {
            return Optional.empty();
        }
    }
}
