package org.guildhall.members.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guildhall.kernel.Actor;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.platform.Downloads;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.Sheets;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

/** A file can be fetched only when it is whole: who stops an export, or whose export fails, has no file. */
@GuildhallTest
class StoppedExportTest {

    private static final int MORE_THAN_A_PAGE = 1_001;
    private static final Actor MACHINE = new Actor.Machine("export-test");

    @Autowired
    TestStaff staff;

    @Autowired
    Members members;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ListExport export;

    @Autowired
    Downloads downloads;

    @Autowired
    DSLContext sql;

    @Value("${guildhall.data}")
    Path data;

    @ParameterizedTest
    @EnumSource
    void a_stopped_export_leaves_no_file_and_a_whole_one_is_kept(Sheets.Format format) {
        var name = "顾" + UUID.randomUUID().toString().substring(0, 8);
        var rows = IntStream.range(0, MORE_THAN_A_PAGE)
                .mapToObj(i -> RegisterMember.person(MemberProfile.of(name, null)))
                .toList();
        staff.asMachine(() ->
                transaction.execute(status -> members.registerAll(rows, new Batch(UUID.randomUUID(), "test"))));
        var asked = new ExportMembers(MemberQuery.text(name), format, "test", "en");
        long before = files();

        var stopped = new Run(asked, 1);
        take(stopped);
        assertThat(stopped.result).isEmpty();
        assertThat(files()).isEqualTo(before);

        var whole = new Run(asked, Integer.MAX_VALUE);
        take(whole);
        assertThat(whole.result).containsEntry("rows", (long) MORE_THAN_A_PAGE);
        assertThat(files()).isEqualTo(before + 1);
    }

    @Test
    void a_file_whose_content_fails_midway_is_not_kept() {
        long before = files();
        assertThatThrownBy(() -> downloads.store("cut.csv", "text/csv", MACHINE, out -> {
                    out.write('x');
                    throw new IOException("the disk is full");
                }))
                .hasRootCauseMessage("the disk is full");
        assertThat(files()).isEqualTo(before);
        assertThat(sql.fetchExists(sql.selectOne().from("platform.download").where("file_name = 'cut.csv'")))
                .isFalse();
    }

    private void take(Run run) {
        staff.asMachine(() -> {
            export.run(run);
            return run;
        });
    }

    private long files() {
        var folder = data.resolve("downloads");
        try (var files = Files.list(Files.createDirectories(folder))) {
            return files.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A run that somebody stops after some looks. */
    private static final class Run implements JobRun<ExportMembers> {

        private final ExportMembers asked;
        private final Map<String, Object> result = new HashMap<>();
        private int looksLeft;

        Run(ExportMembers asked, int looks) {
            this.asked = asked;
            this.looksLeft = looks;
        }

        @Override
        public JobId id() {
            return new JobId(new UUID(0, 7));
        }

        @Override
        public ExportMembers params() {
            return asked;
        }

        @Override
        public Actor by() {
            return MACHINE;
        }

        @Override
        public @Nullable String cursor() {
            return null;
        }

        @Override
        public void checkpoint(String cursor, long done, long total) {}

        @Override
        public boolean cancelled() {
            return looksLeft-- <= 0;
        }

        @Override
        public boolean goesOn() {
            return false;
        }

        @Override
        public void result(Map<String, Object> told) {
            result.putAll(told);
        }
    }
}
