package org.guildhall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;

/** What the stories about histories of points read of them. */
record PointsReading(TestStaff staff, Ledger ledger, Client lead) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What the statement says that holds, oldest first. */
    List<String> statement(MemberId member) {
        var answer = lead.get("/api/members/" + member + "/statement?asset=points&limit=200");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var lines = answer.json()
                .path("items")
                .valueStream()
                .map(line -> java.time.Instant.parse(line.path("occurredAt").asString())
                                .atZone(ZONE)
                                .toLocalDate()
                        + " " + line.path("kind").asString() + " "
                        + line.path("amount").asLong())
                .toList();
        return lines.reversed();
    }

    void lawsHold() {
        assertThat(staff.asMachine(ledger::prove))
                .allSatisfy(proof ->
                        assertThat(proof.counterExample()).as(proof.toString()).isNull());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
