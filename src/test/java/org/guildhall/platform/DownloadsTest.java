package org.guildhall.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Refusal;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@GuildhallTest
class DownloadsTest {

    private static final Actor SOMEBODY = new Actor.Machine("test");

    @Autowired
    Downloads downloads;

    @Autowired
    DSLContext sql;

    @Autowired
    MovableClock clock;

    @Value("${guildhall.data}")
    Path data;

    @Test
    void what_a_killed_process_left_behind_is_removed_when_nobody_can_ask_for_it_any_more() throws IOException {
        var kept = store();
        var unentered = store();
        sql.execute("delete from platform.download where download_id = ?", unentered.value());
        aged(unentered, Duration.ofDays(7));

        downloads.removeExpired();
        assertThat(file(unentered)).exists();

        aged(unentered, Duration.ofDays(9));
        downloads.removeExpired();
        assertThat(file(unentered)).doesNotExist();
        assertThat(file(kept)).exists();
    }

    @Test
    void a_file_that_is_not_on_this_machine_is_none() throws IOException {
        var lost = store();
        Files.delete(file(lost));

        assertThatThrownBy(() -> downloads.fetch(lost, SOMEBODY))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo("platform.no-such-download"));
    }

    private DownloadId store() {
        return downloads
                .store("list.csv", "text/csv", SOMEBODY, out -> {
                    out.write(1);
                    return true;
                })
                .orElseThrow();
    }

    private void aged(DownloadId id, Duration age) throws IOException {
        Files.setLastModifiedTime(file(id), FileTime.from(clock.instant().minus(age)));
    }

    private Path file(DownloadId id) {
        return data.resolve("downloads").resolve(id.toString());
    }
}
