package org.guildhall.platform.migrations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.runtime.flyway.MigrationFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Leaves Flyway out where it has nothing to do: a module whose history holds exactly the files that this version brings,
 * each with its checksum and each a success. Anything else is Flyway's, to migrate or to refuse with its reason. A start
 * on existing data then asks two short questions a module instead of setting up a Flyway for each.
 */
@Component
class PendingMigrations implements MigrationFilter {

    private static final String FILES = "classpath:db/migration/*/V*__*.sql";
    private static final Pattern NAME = Pattern.compile("/(?<module>[^/]+)/V(?<version>[0-9_]+?)__[^/]+$");
    private static final String HISTORY = "flyway_schema_history";

    private final Supplier<Map<String, Map<String, Integer>>> brought;

    PendingMigrations(ResourcePatternResolver resources) {
        this.brought = SingletonSupplier.of(() -> checksums(resources));
    }

    @Override
    public boolean shouldMigrate(ApplicationModuleIdentifier module, Flyway flyway) {
        var name = module.toString();
        var table = name.equals("__root") ? HISTORY : HISTORY + "_" + name;
        var files = brought.get().getOrDefault(name, Map.of());
        return !files.equals(applied(flyway.getConfiguration().getDataSource(), table));
    }

    /** Version to checksum of what a history holds. A failed migration has an entry that equals no file's. */
    private static Map<String, Integer> applied(DataSource database, String table) {
        var sql = JdbcClient.create(database);
        if (sql.sql("select to_regclass(?) is null")
                .param(table)
                .query(Boolean.class)
                .single()) {
            return Map.of();
        }
        var applied = new HashMap<String, Integer>();
        sql.sql("select version, checksum, success from " + table + " where type <> 'BASELINE'")
                .query(row -> {
                    var version = row.getString("version");
                    applied.put(row.getBoolean("success") ? version : "failed " + version, row.getInt("checksum"));
                });
        return applied;
    }

    private static Map<String, Map<String, Integer>> checksums(ResourcePatternResolver resources) {
        try {
            var modules = new HashMap<String, Map<String, Integer>>();
            for (var file : resources.getResources(FILES)) {
                var name = NAME.matcher(file.getURL().getPath());
                if (name.find()) {
                    modules.computeIfAbsent(name.group("module"), module -> new HashMap<>())
                            .put(name.group("version").replace('_', '.'), checksum(file));
                }
            }
            return modules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Flyway counts it: CRC-32 over the lines without their ends. */
    private static int checksum(Resource file) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            var sum = new CRC32();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return (int) sum.getValue();
        }
    }
}
