package org.guildhall.platform.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.guildhall.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.core.ApplicationModuleIdentifier;

class PendingMigrationsTest {

    private final TestDatabase.Database database = TestDatabase.fresh();
    private final Flyway flyway =
            Flyway.configure().dataSource(database.dataSource()).load();
    private final PendingMigrations pending = new PendingMigrations(new PathMatchingResourcePatternResolver());
    private List<String> modules = List.of();

    @BeforeEach
    void everyFolderOfMigrations() throws Exception {
        try (var folders = Files.list(Path.of("src/main/resources/db/migration"))) {
            modules = folders.map(folder -> folder.getFileName().toString()).toList();
        }
    }

    @Test
    void nothingIsPendingInADatabaseThatFlywayJustMigrated() {
        assertThat(modules).contains("__root", "ledger").noneMatch(this::isPending);
    }

    @Test
    void aModuleWithoutItsHistoryIsPendingAndNoOther() {
        database.sql().execute("drop table flyway_schema_history_ledger");

        assertThat(modules).filteredOn(this::isPending).containsExactly("ledger");
    }

    @Test
    void aMigrationThatIsMissingFailedOrOtherThanItsFileIsFlywaysToJudge() {
        database.sql().execute("delete from flyway_schema_history_ledger where version = '4'");
        database.sql().execute("update flyway_schema_history_mall set success = false where version = '1'");
        database.sql().execute("update flyway_schema_history set checksum = checksum + 1 where version = '1'");

        assertThat(modules).filteredOn(this::isPending).containsExactlyInAnyOrder("ledger", "mall", "__root");
    }

    @Test
    void aHistoryWithMoreThanThisVersionBringsIsFlywaysToRefuse() {
        database.sql().execute("""
                insert into flyway_schema_history_members
                select 99, '99', 'later', type, 'V99__later.sql', 1, installed_by, installed_on, 1, true
                from flyway_schema_history_members where version = '1'""");

        assertThat(modules).filteredOn(this::isPending).containsExactly("members");
    }

    private boolean isPending(String module) {
        return pending.shouldMigrate(ApplicationModuleIdentifier.of(module), flyway);
    }
}
