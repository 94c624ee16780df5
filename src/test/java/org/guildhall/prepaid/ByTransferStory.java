package org.guildhall.prepaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.members.MemberKind;
import org.guildhall.policies.Policies;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Large amounts paid in advance come by bank transfer, over HTTP; on days of its own, after which none of its rules holds, and before
 * those to which the stories of a day's reconciliation move.
 */
@GuildhallTest
@Import(PrepaidGround.class)
class ByTransferStory {

    private static final long FROM = 500_000;
    private static int days = 350;

    @Autowired
    TestStaff staff;

    @Autowired
    PrepaidGround ground;

    @Autowired
    MovableClock clock;

    @Autowired
    Policies policies;

    private Instant start = MovableClock.START;
    private PrepaidPolicy former = PrepaidPolicy.DEFAULT;

    @BeforeEach
    void later_without_bonus() {
        start = clock.instant();
        days += 10;
        clock.moveTo(MovableClock.START.plus(Duration.ofDays(days)));
        former = policies.inForce(PrepaidPolicy.KIND, staff.today()).policy();
        ground.establish(PrepaidPolicy.DEFAULT, staff.today());
    }

    @AfterEach
    void back() {
        ground.establish(IssuerPolicy.DEFAULT, staff.today());
        ground.establish(former, staff.today());
        clock.moveTo(start);
    }

    @Test
    void an_organisation_transfers_from_five_thousand_yuan_on() {
        var lead = staff.logIn("lead");
        var company = ground.named(MemberKind.ORGANISATION, null);
        var quote = ok(lead.post("/api/members/" + company + "/prepaid/top-up-quote", Map.of("amount", fen(FROM))));
        assertThat(quote.json().path("transferFrom").path("minor").asLong()).isEqualTo(FROM);

        for (var method : new String[] {"cash", "card", "code"}) {
            var refused = topUp(lead, company, FROM, method);
            assertThat(refused.status()).as(method).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("prepaid.by-transfer-only");
            assertThat(refused.text()).contains("\"field\":\"method\"", "\"clause\":\"4.18\"", "银行转账");
        }
        assertThat(ground.pots(company)).as("nothing was stored").isEqualTo("0+0");
        ok(topUp(lead, company, FROM, "transfer"));
        assertThat(ground.pots(company)).isEqualTo(FROM + "+0");
    }

    @Test
    void what_is_paid_in_pieces_below_it_is_taken_and_pointed_out() {
        var lead = staff.logIn("lead");
        var company = ground.named(MemberKind.ORGANISATION, null);
        assertThat(ok(topUp(lead, company, FROM - 1, "cash")).json().path("notices"))
                .isEmpty();
        var second = ok(topUp(lead, company, 1, "card"));
        assertThat(second.json().path("notices").toString()).contains("transfer-in-pieces");
        var why = "/api/prepaid/movements/" + second.json().path("id").asString() + "/why";
        assertThat(ok(lead.get(why)).text()).contains("prepaid.noticed-transfer-in-pieces");
    }

    @Test
    void of_a_person_the_amount_of_persons_decides() {
        var lead = staff.logIn("lead");
        var person = ground.named(MemberKind.PERSON, null);
        ok(topUp(lead, person, FROM, "cash"));

        var built = IssuerPolicy.DEFAULT;
        ground.establish(
                new IssuerPolicy(
                        built.issuer(),
                        built.classes(),
                        built.incomes(),
                        built.warnFromPercent(),
                        built.beyond(),
                        built.noticeDays(),
                        built.endings(),
                        new IssuerPolicy.ByTransfer(Money.cny(FROM), Money.cny(300)),
                        built.source()),
                staff.today());
        var other = ground.named(MemberKind.PERSON, null);
        assertThat(topUp(lead, other, 300, "cash").code()).isEqualTo("prepaid.by-transfer-only");
        ok(topUp(lead, other, 299, "cash"));
    }

    private static Answer topUp(Client client, MemberId member, long fen, String method) {
        var body =
                new HashMap<String, Object>(Map.of("member", member.toString(), "amount", fen(fen), "method", method));
        return client.post("/api/prepaid/top-ups", body, UUID.randomUUID().toString());
    }

    private static Map<String, Object> fen(long minor) {
        return Map.of("minor", minor, "currency", "CNY");
    }
}
