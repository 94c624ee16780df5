package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A purchase and the tier it gave are of one instant; wherever a page of the timeline ends, both are told, once. */
@GuildhallTest
@RecordApplicationEvents
class TimelinePagesStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    Loyalty loyalty;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationEvents events;

    @Test
    void whatIsOfOneInstantIsToldOnceHoweverThePagesAreCut() {
        var lead = staff.logIn("lead");
        for (int i = 0; i < 4; i++) {
            var member = members.since(LocalDate.of(2025, 6, 1));
            buy(member, 1, 110_000);
            buy(member, 2, 600_000);

            var whole = told(lead, member, 100);
            assertThat(whole).filteredOn(entry -> entry.startsWith("loyalty.")).hasSize(5);
            for (int size = 1; size <= 3; size++) {
                assertThat(told(lead, member, size)).as("pages of " + size).containsExactlyElementsOf(whole);
            }
        }
    }

    @Test
    void growthIsToldWithThePointsOfThePurchaseThatBroughtIt() {
        var lead = staff.logIn("lead");
        var member = members.since(LocalDate.of(2025, 6, 1));
        buy(member, 1, 110_000);

        var told = lead.get("/api/members/" + member + "/timeline?kind=ledger.posted");
        var amounts = told.json().path("items").path(0).path("facts").path("amounts");
        assertThat(amounts.path("growth").asLong()).as(told.text()).isPositive();
        assertThat(amounts.path("points").asLong()).isPositive();
    }

    @Test
    void aPurchaseVoidedSinceIsToldAsItWasKnownThen() {
        var lead = staff.logIn("lead");
        var member = members.since(LocalDate.of(2025, 6, 1));
        var batch = UUID.randomUUID();
        clock.advance(Duration.ofMinutes(1));
        staff.asMachine(() -> loyalty.recordAll(List.of(purchase(member, 1, 110_000)), List.of(), batch));
        var then = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        staff.asMachine(() -> loyalty.voidAll(batch, List.of(member)));

        assertThat(voided(lead, member, "")).isTrue();
        assertThat(voided(lead, member, "&knownAt=" + then)).isFalse();
    }

    private static boolean voided(Client client, MemberId member, String known) {
        var told = client.get("/api/members/" + member + "/timeline?kind=loyalty.purchase" + known);
        assertThat(told.json().path("items").size()).as(told.text()).isEqualTo(1);
        return told.json().path("items").path(0).path("facts").path("voided").asBoolean();
    }

    @Test
    void whoIsGivenATierByHandIsToldToWhoeverFollowsTiers() {
        var member = members.since(LocalDate.of(2025, 6, 1));
        staff.asMachine(() -> loyalty.grantTier(new GrantTier(member, "gold", null, "合作"), UUID.randomUUID()));
        assertThat(events.stream(LoyaltyEvent.TierChanged.class))
                .filteredOn(change -> change.member().equals(member))
                .extracting(LoyaltyEvent.TierChanged::to)
                .containsExactly("gold");
    }

    private void buy(MemberId member, int number, long minor) {
        staff.asMachine(() -> loyalty.record(purchase(member, number, minor)));
    }

    private static PurchaseFact purchase(MemberId member, int number, long minor) {
        return new PurchaseFact(
                "till",
                member + "-" + number,
                member,
                Instant.parse("2026-02-01T03:00:00Z"),
                null,
                null,
                Money.cny(minor),
                List.of(),
                null);
    }

    private static List<String> told(Client client, MemberId member, int size) {
        var told = new ArrayList<String>();
        String cursor = "";
        do {
            var page = client.get("/api/members/" + member + "/timeline?limit=" + size + "&cursor=" + cursor)
                    .json();
            page.path("items")
                    .forEach(entry -> told.add(entry.path("kind").asString() + " "
                            + entry.path("id").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return told;
    }
}
