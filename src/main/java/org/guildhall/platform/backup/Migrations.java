package org.guildhall.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Makes every module's tables in an empty database, as the application does when it starts. */
public final class Migrations {

    private static final String FOLDER = "classpath:db/migration/";

    private Migrations() {}

    /** Migrates the database to this version: the common tables first, then each module into its own history. */
    public static void migrate(String url, String user, String password) {
        migrate(url, user, password, "__root", "flyway_schema_history");
        for (var module : modules()) {
            migrate(url, user, password, module, "flyway_schema_history_" + module);
        }
    }

    private static SortedSet<String> modules() {
        try {
            var names = new TreeSet<String>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                var path = file.getURL().getPath();
                var folder = path.substring(0, path.lastIndexOf('/'));
                names.add(folder.substring(folder.lastIndexOf('/') + 1));
            }
            names.remove("__root");
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void migrate(String url, String user, String password, String folder, String table) {
        Flyway.configure()
                .dataSource(url, user, password)
                .table(table)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations(FOLDER + folder)
                .load()
                .migrate();
    }
}
