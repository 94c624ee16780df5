package org.guildhall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.guildhall.demo.people.People;
import org.guildhall.demo.trade.Visit;
import org.guildhall.members.MemberKind;
import org.junit.jupiter.api.Test;

class TheStoryIsDeterministicAndPlausibleTest {

    private static final DemoStory STORY = new DemoStory(7, LocalDate.of(2026, 3, 2), 1_000);
    private static final List<MemberSketch> MEMBERS = new Sketchbook(STORY).members(0, STORY.members());

    @Test
    void theSameSeedAndDayTellTheSameStoryInWhateverPiecesItIsTold() {
        var again = new Sketchbook(STORY);
        assertThat(again.members(500, 600)).isEqualTo(MEMBERS.subList(500, 600));
        assertThat(new Sketchbook(new DemoStory(8, STORY.today(), STORY.members())).members(500, 600))
                .isNotEqualTo(MEMBERS.subList(500, 600));
    }

    @Test
    void identityNumbersPassTheirCheckAndBelongToNobody() {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var seen = new HashSet<String>();
        for (var member : MEMBERS) {
            var document = member.person().profile().document();
            if (document != null) {
                int sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += (document.number().charAt(i) - '0') * weights[i];
                }
                assertThat(document.number()).startsWith("99").hasSize(18);
                assertThat(document.number().charAt(17)).isEqualTo("10X98765432".charAt(sum % 11));
                assertThat(seen.add(document.number())).as("unique").isTrue();
            }
        }
        assertThat(seen).hasSizeGreaterThan(300);
    }

    @Test
    void mobilesAreOfOneInventedBlockAndUniqueButForHouseholds() {
        var mobiles = MEMBERS.stream().map(m -> m.person().profile().mobile()).collect(Collectors.toSet());
        long sharing =
                MEMBERS.stream().filter(m -> People.sharesMobile(m.index())).count();
        assertThat(sharing).isBetween(20L, 50L);
        assertThat(mobiles)
                .hasSize(MEMBERS.size() - (int) sharing)
                .allMatch(mobile -> Objects.requireNonNull(mobile).matches("1990000\\d{4}"));
    }

    @Test
    void somePeopleKeepTheLunarBirthdayAndSomeMembersAreCompanies() {
        assertThat(MEMBERS).anyMatch(m -> m.person().kind() == MemberKind.ORGANISATION);
        assertThat(MEMBERS)
                .anyMatch(m -> m.person().profile().birthday() != null
                        && m.person().profile().birthday().calendar().name().equals("LUNAR"));
    }

    @Test
    void nobodyBuysBeforeJoiningOrAfterYesterdayAndLinesAddUp() {
        for (var member : MEMBERS) {
            for (var visit : member.visits()) {
                assertThat(visit.at().toLocalDate())
                        .isBetween(member.joinedOn(), STORY.today().minusDays(1));
                assertThat(visit.items()).isNotEmpty().allMatch(item -> item.fen() > 0);
                assertThat(visit.returnedFen()).isLessThanOrEqualTo(visit.fen());
            }
        }
    }

    @Test
    void tradeGrowsAndNovemberIsBusierThanFebruary() {
        var byMonth = MEMBERS.stream()
                .flatMap(m -> m.visits().stream())
                .collect(Collectors.groupingBy(v -> YearMonth.from(v.at()), Collectors.summingLong(Visit::fen)));
        assertThat(byMonth).hasSize(37);
        assertThat(byMonth.get(YearMonth.of(2025, 11))).isGreaterThan(byMonth.get(YearMonth.of(2025, 2)));
        assertThat(byMonth.get(YearMonth.of(2025, 10))).isGreaterThan(byMonth.get(YearMonth.of(2023, 10)));
        assertThat(MEMBERS.stream().mapToInt(m -> m.visits().size()).sum()).isBetween(5_000, 25_000);
    }

    @Test
    void nobodySpendsPointsThatPurchasesHaveNotSurelyBrought() {
        int made = 0;
        for (var member : MEMBERS) {
            long earned = member.visits().stream()
                    .mapToLong(v -> (v.fen() - v.returnedFen()) / 100)
                    .sum();
            var redemptions = Redemptions.of(STORY, member.index(), member.visits());
            assertThat(redemptions.stream()
                            .mapToLong(Redemptions.Redemption::points)
                            .sum())
                    .isLessThanOrEqualTo(earned);
            made += redemptions.size();
        }
        assertThat(made).isGreaterThan(100);
    }
}
