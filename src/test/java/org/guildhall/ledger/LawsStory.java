package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The laws over HTTP: proven on demand, kept, and told when one is broken. */
@GuildhallTest
class LawsStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    DSLContext sql;

    @Test
    void the_laws_are_proven_on_demand() {
        var lead = staff.logIn("lead");
        grant(lead, members.of(null), "law-1");
        var proofs = lead.post("/api/ledger/laws", Map.of());
        assertThat(proofs.status()).as(proofs.text()).isEqualTo(200);
        assertThat(proofs.json())
                .isNotEmpty()
                .allMatch(proof -> proof.path("holds").asBoolean());
        assertThat(lead.get("/api/ledger/laws").json()).hasSameSizeAs(proofs.json());
    }

    @Test
    void a_broken_law_is_kept_with_who_found_it_and_audited() {
        var lead = staff.logIn("lead");
        var member = members.of(null);
        grant(lead, member, "law-2");
        raise(member, 1);
        try {
            assertThat(lead.post("/api/ledger/laws", Map.of()).json())
                    .filteredOn(proof -> !proof.path("holds").asBoolean())
                    .extracting(proof -> proof.path("law").asString())
                    .containsExactlyInAnyOrder("ledger.sum-zero", "ledger.balance-is-lots");
        } finally {
            raise(member, -1);
        }
        lead.post("/api/ledger/laws", Map.of());
        var proofs = lead.get("/api/ledger/laws/ledger.balance-is-lots/proofs?limit=2")
                .json();
        assertThat(proofs.path("items"))
                .extracting(proof -> proof.path("holds").asBoolean())
                .containsExactly(true, false);
        var found = proofs.path("items").get(1);
        assertThat(found.path("counterExample").asString()).startsWith("member " + member + ", points: balance 6");
        assertThat(found.path("by").path("actor").asString()).startsWith("staff:");
        assertThat(lead.get("/api/ledger/laws/ledger.balance-is-lots/proofs?limit=1")
                        .json()
                        .path("next")
                        .asString(""))
                .as("there are more")
                .isNotEmpty();
        assertThat(lead.get("/api/audit?act=ledger.law-broken").json().path("items"))
                .extracting(entry -> entry.path("subjectId").asString())
                .contains("ledger.balance-is-lots");
    }

    private void raise(MemberId member, int by) {
        sql.execute("update ledger.account set balance = balance + ? where member_id = ?", by, member.value());
    }

    private static void grant(Client lead, MemberId member, String key) {
        lead.post("/api/members/" + member + "/points", Map.of("amount", 5, "kind", "grant", "reason", "test"), key);
    }
}
