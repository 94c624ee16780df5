package org.guildhall.access.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Grant;
import org.guildhall.access.Permission;
import org.guildhall.access.PostId;
import org.guildhall.access.PostPowers;
import org.guildhall.access.Scope;
import org.guildhall.access.ScopeLevel;
import org.guildhall.access.Scopes;
import org.guildhall.access.Unit;
import org.guildhall.access.UnitKind;
import org.guildhall.access.organisation.OrganisationFacts.Held;
import org.guildhall.access.organisation.OrganisationFacts.PostFacts;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PowersRuleTest {

    private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Permission READ = Permission.of("members.read");
    private static final UnitId COMPANY = unit(1);
    private static final UnitId NORTH = unit(2);
    private static final UnitId SOUTH = unit(3);
    private static final UnitId STORE = unit(4);
    private static final UnitId TEAM = unit(5);
    private static final StaffId ANNE = staff(1);
    private static final StaffId BEN = staff(2);
    private static final PostId POST = PostId.of(new UUID(9, 1));
    private static final PostId OTHER = PostId.of(new UUID(9, 2));

    private final List<Unit> units = new ArrayList<>(List.of(
            state(COMPANY, UnitKind.COMPANY, null),
            state(NORTH, UnitKind.REGION, COMPANY),
            state(SOUTH, UnitKind.REGION, COMPANY),
            state(STORE, UnitKind.STORE, NORTH),
            state(TEAM, UnitKind.GROUP, NORTH)));

    @Test
    void levelOwnOpensOnlyWhatThePersonLooksAfter() {
        assertThat(scope(ScopeLevel.OWN, NORTH)).isEqualTo(new Scope.Own(ANNE));
    }

    @Test
    void levelGroupOpensTheUnitAndItsPeople() {
        var facts = facts(Map.of(POST, gives(ScopeLevel.GROUP)), held(ANNE, POST, TEAM), held(BEN, POST, TEAM));

        assertThat(new PowersRule(facts, TODAY).scopes(ANNE).get(READ))
                .isEqualTo(new Scope.Group(TEAM, Set.of(ANNE, BEN)));
    }

    @Test
    void levelBranchReachesFromTheNearestRegionDownAndNotSideways() {
        var scope = (Scope.Units) scope(ScopeLevel.BRANCH, TEAM);

        assertThat(scope.units()).containsExactlyInAnyOrder(NORTH, STORE, TEAM);
        assertThat(((Scope.Units) scope(ScopeLevel.BRANCH, STORE)).units()).containsExactly(STORE);
    }

    @Test
    void levelAllOpensEverything() {
        assertThat(scope(ScopeLevel.ALL, STORE)).isEqualTo(new Scope.All());
    }

    @Test
    void anAppointmentGivesNothingBeforeItsFirstDayAndNothingFromItsEndOn() {
        var held = new Held(ANNE, POST, STORE, TODAY, TODAY.plusDays(2));
        var facts = facts(Map.of(POST, gives(ScopeLevel.ALL)), held);

        assertThat(new PowersRule(facts, TODAY.minusDays(1)).scopes(ANNE)).isEmpty();
        assertThat(new PowersRule(facts, TODAY.plusDays(1)).scopes(ANNE)).containsKey(READ);
        assertThat(new PowersRule(facts, TODAY.plusDays(2)).scopes(ANNE)).isEmpty();
    }

    @Test
    void twoPostsAddUp() {
        var facts = facts(
                Map.of(POST, gives(ScopeLevel.OWN), OTHER, gives(ScopeLevel.BRANCH)),
                held(ANNE, POST, SOUTH),
                held(ANNE, OTHER, STORE));

        var scope = new PowersRule(facts, TODAY).scopes(ANNE).get(READ);

        assertThat(scope).isInstanceOf(Scope.Several.class);
        assertThat(Scopes.includes(java.util.Objects.requireNonNull(scope), SOUTH, ANNE))
                .isTrue();
        assertThat(Scopes.includes(scope, STORE, BEN)).isTrue();
        assertThat(Scopes.includes(scope, SOUTH, BEN)).isFalse();
    }

    @Test
    void aMovedUnitBelongsToItsNewPlaceFromItsDayOnAndToTheOldOneBefore() {
        units.add(new Unit(STORE, UnitKind.STORE, "4", "4", SOUTH, true, 2, TODAY));

        assertThat(new UnitTree(units, TODAY.minusDays(1)).subtree(NORTH)).contains(STORE);
        assertThat(new UnitTree(units, TODAY).subtree(NORTH)).doesNotContain(STORE);
        assertThat(new UnitTree(units, TODAY).subtree(SOUTH)).contains(STORE);
    }

    @Test
    void toWidenTheOwnScopeLaterIsNoticedToday() {
        var before = facts(Map.of(POST, gives(ScopeLevel.BRANCH)), held(ANNE, POST, SOUTH));
        units.add(new Unit(STORE, UnitKind.STORE, "4", "4", SOUTH, true, 2, TODAY.plusYears(1)));
        var after = facts(Map.of(POST, gives(ScopeLevel.BRANCH)), held(ANNE, POST, SOUTH));

        assertThat(WideningRule.widened(before, after, ANNE, TODAY)).containsExactly("members.read");
        assertThat(WideningRule.widened(before, after, BEN, TODAY)).isEmpty();
    }

    @Test
    void aNewUnitBelowTheOwnBranchIsNoWideningSinceNothingIsInItYet() {
        var before = facts(Map.of(POST, gives(ScopeLevel.BRANCH)), held(ANNE, POST, NORTH));
        units.add(state(unit(77), UnitKind.STORE, NORTH));
        var after = facts(Map.of(POST, gives(ScopeLevel.BRANCH)), held(ANNE, POST, NORTH));

        assertThat(WideningRule.widened(before, after, ANNE, TODAY)).isEmpty();
    }

    @Test
    void aHigherMoneyLimitOfTheOwnPostIsAWidening() {
        var before = facts(Map.of(POST, gives(ScopeLevel.OWN)), held(ANNE, POST, NORTH));
        var rich = new PostPowers(Money.cny(100), false, false, false, false, false, false);
        var after = facts(
                Map.of(POST, new PostFacts(List.of(new Grant(READ, ScopeLevel.OWN)), rich)), held(ANNE, POST, NORTH));

        assertThat(WideningRule.widened(before, after, ANNE, TODAY)).containsExactly("moneyLimit");
        assertThat(WideningRule.widened(after, before, ANNE, TODAY)).isEmpty();
    }

    @Test
    void toGiveAColleagueMoreOrOneselfLessIsFine() {
        var before = facts(Map.of(POST, gives(ScopeLevel.ALL)), held(ANNE, POST, NORTH));
        var after = facts(Map.of(POST, gives(ScopeLevel.BRANCH)), held(ANNE, POST, NORTH), held(BEN, POST, COMPANY));

        assertThat(WideningRule.widened(before, after, ANNE, TODAY)).isEmpty();
    }

    private Scope scope(ScopeLevel level, UnitId unit) {
        var scopes = new PowersRule(facts(Map.of(POST, gives(level)), held(ANNE, POST, unit)), TODAY).scopes(ANNE);
        return java.util.Objects.requireNonNull(scopes.get(READ));
    }

    private OrganisationFacts facts(Map<PostId, PostFacts> posts, Held... held) {
        return new OrganisationFacts(List.copyOf(units), posts, List.of(held), Set.of(ANNE, BEN));
    }

    private static PostFacts gives(ScopeLevel level) {
        return new PostFacts(List.of(new Grant(READ, level)), PostPowers.NONE);
    }

    private static Held held(StaffId staff, PostId post, UnitId unit) {
        return new Held(staff, post, unit, FOUNDED, null);
    }

    private static Unit state(UnitId id, UnitKind kind, @Nullable UnitId parent) {
        var code = Long.toString(id.value().getLeastSignificantBits());
        return new Unit(id, kind, code, code, parent, true, 1, FOUNDED);
    }

    private static UnitId unit(long n) {
        return UnitId.of(new UUID(1, n));
    }

    private static StaffId staff(long n) {
        return StaffId.of(new UUID(2, n));
    }
}
