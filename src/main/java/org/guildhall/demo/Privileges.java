package org.guildhall.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.guildhall.access.Organisation;
import org.guildhall.access.StaffDirectory;
import org.guildhall.benefits.BenefitGrants;
import org.guildhall.benefits.Benefits;
import org.guildhall.benefits.EndGrant;
import org.guildhall.benefits.FoundingBenefits;
import org.guildhall.benefits.GiveGrant;
import org.guildhall.benefits.GrantView;
import org.guildhall.benefits.IssueCode;
import org.guildhall.benefits.TakeBackUse;
import org.guildhall.benefits.UseBenefit;
import org.guildhall.benefits.UseView;
import org.guildhall.demo.people.Dice;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What members of the demo company were given by hand, and what they used of their benefits during the last six weeks. */
@Component
class Privileges {

    private static final int CANDIDATES = 160;
    private static final int DAYS = 42;
    private static final int GIVEN_DAYS_AGO = 60;
    private static final int FOUNDER = 12;
    private static final int PERSON = 20;
    private static final int BACK = 9;
    private static final List<String> USED =
            List.of("lounge", "garment-care", "alterations", "priority-till", "birthday-gift");

    private final FoundingBenefits benefits;
    private final Members members;
    private final Organisation organisation;
    private final StaffDirectory staff;
    private final BusinessTime time;

    Privileges(
            FoundingBenefits benefits,
            Members members,
            Organisation organisation,
            StaffDirectory staff,
            BusinessTime time) {
        this.benefits = benefits;
        this.members = members;
        this.organisation = organisation;
        this.staff = staff;
        this.time = time;
    }

    /** A member, their place in the story, and the store they go to. */
    private record Guest(MemberId member, int place, UnitId store) {}

    /** Tells all of it; told again, it changes nothing. */
    void tell(DemoStory story) {
        for (var guest : guests(story)) {
            if (guest.place % FOUNDER == 0) {
                give(story, guest, GiveGrant.Kind.PLAN, "founders", "开业首月入会");
            }
            if (guest.place % PERSON == 1) {
                var given = give(story, guest, GiveGrant.Kind.PERSON, "tea-course", "投诉处理补偿");
                course(story, guest, given.orElse(null));
            }
            use(story, guest);
        }
    }

    private Optional<GrantView> give(DemoStory story, Guest guest, GiveGrant.Kind kind, String code, String reason) {
        var last = kind == GiveGrant.Kind.PLAN ? null : story.today().plusDays(30);
        var command = new GiveGrant(guest.member, kind, code, null, last, reason);
        var key = "demo|benefit|" + code + "|" + guest.place;
        return possible(() -> benefits.asOf(at(story, GIVEN_DAYS_AGO, 9), (uses, grants) -> grants.give(command, key)));
    }

    /** Every other one went to the course with a code; of the others one was revoked. */
    private void course(DemoStory story, Guest guest, @Nullable GrantView given) {
        if (given == null) {
            return;
        }
        var key = "demo|benefit|course|" + guest.place;
        if (guest.place % (2 * PERSON) == 1) {
            possible(() -> benefits.asOf(at(story, 8, 14), (uses, grants) -> attended(uses, guest, key)));
        } else if (guest.place % (3 * PERSON) == PERSON + 1) {
            possible(() -> benefits.asOf(at(story, 3, 16), (uses, grants) -> revoked(grants, given, key)));
        }
    }

    private static UseView attended(Benefits uses, Guest guest, String key) {
        var code = uses.issueCode(new IssueCode(guest.member, "tea-course"), key);
        return uses.use(new UseBenefit(guest.store, null, null, code.code(), null, null), key);
    }

    private static GrantView revoked(BenefitGrants grants, GrantView given, String key) {
        return grants.revoke(given.id(), new EndGrant("会员改要退款"), key);
    }

    /** Whoever is entitled uses what they have a few times; nothing is told of those who are not. */
    private void use(DemoStory story, Guest guest) {
        var dice = Dice.of(story.seed(), "benefits", guest.place);
        int first = dice.between(0, USED.size() - 1);
        for (int i = 0; i < 2; i++) {
            var benefit = USED.get((first + i) % USED.size());
            var key = "demo|benefit|use|" + guest.place + "|" + i;
            var guests = benefit.equals("lounge") ? dice.between(0, 2) : null;
            var amount = benefit.equals("alterations") ? Money.cny(dice.between(6, 45) * 1_000L) : null;
            var command = new UseBenefit(guest.store, guest.member, benefit, null, guests, amount);
            var at = at(story, dice.between(1, DAYS), dice.between(10, 20));
            boolean back = guest.place % BACK == 2;
            possible(() -> benefits.asOf(at, (uses, grants) -> used(uses, command, key, back)));
        }
    }

    private static UseView used(Benefits uses, UseBenefit command, String key, boolean back) {
        var use = uses.use(command, key);
        return back ? uses.takeBack(use.id(), new TakeBackUse("当天未到店"), key) : use;
    }

    /** The story tells only what could happen: nothing where the member was not entitled on that day. */
    private static <T> Optional<T> possible(Supplier<T> act) {
        try {
            return Optional.of(act.get());
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    private Instant at(DemoStory story, int daysAgo, int hour) {
        return story.today()
                .minusDays(daysAgo)
                .atTime(hour, 20)
                .atZone(time.zone())
                .toInstant();
    }

    private List<Guest> guests(DemoStory story) {
        var cast = Cast.of(organisation, staff);
        int count = Math.min(CANDIDATES, story.members());
        var sketches = new Sketchbook(story).members(0, count);
        var ids =
                members.findByNumber(sketches.stream().map(MemberSketch::number).toList());
        var guests = new ArrayList<Guest>();
        for (int i = 0; i < count; i++) {
            var sketch = sketches.get(i);
            var id = ids.get(sketch.number());
            if (id != null && sketch.joinedOn().isBefore(story.today().minusDays(GIVEN_DAYS_AGO))) {
                guests.add(new Guest(id, i, cast.stores().get(sketch.store())));
            }
        }
        return guests;
    }
}
