package org.guildhall.demo;

import java.util.ArrayList;
import java.util.List;
import org.guildhall.demo.people.Dice;
import org.guildhall.demo.people.People;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.members.RowOutcome;
import org.guildhall.members.Transition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enters the members of a chapter in the registry; a few have left or rest since. */
@Component
class Enrolment {

    private static final int FREQUENT_VISITS = 25;
    private static final int LEFT_PER_MILLE = 14;
    private static final int SUSPENDED_PER_MILLE = 4;

    private final Members members;

    Enrolment(Members members) {
        this.members = members;
    }

    /** Enters them in the caller's transaction; gives their ids in the same order. */
    List<MemberId> enrol(DemoStory story, Cast cast, List<MemberSketch> sketches) {
        var rows = sketches.stream().map(sketch -> row(story, cast, sketch)).toList();
        var batch = new Batch(Ids.derived("demo|members|" + sketches.getFirst().index()), "demo");
        var ids = new ArrayList<MemberId>();
        for (var outcome : members.registerAll(rows, batch)) {
            ids.add(
                    switch (outcome) {
                        case RowOutcome.Done(var id) -> id;
                        case RowOutcome.Unchanged(var id) -> id;
                        case RowOutcome.Refused(var reason) ->
                            throw new IllegalStateException("the story breaks a rule: " + reason);
                    });
        }
        return ids;
    }

    /** Ends or suspends the membership of some of them, on the day after their last visit or later. */
    void moveOn(DemoStory story, List<MemberSketch> sketches, List<MemberId> ids) {
        for (int i = 0; i < sketches.size(); i++) {
            var sketch = sketches.get(i);
            var dice = Dice.of(story.seed(), "leaving", sketch.index());
            var last = sketch.visits().isEmpty()
                    ? sketch.joinedOn()
                    : sketch.visits().getLast().at().toLocalDate();
            var on = last.plusDays(dice.between(20, 200));
            if (!on.isBefore(story.today())) {
                continue;
            }
            if (dice.chance(LEFT_PER_MILLE)) {
                members.transition(new Transition(ids.get(i), MemberStatus.WITHDRAWN, "本人申请退会", null, on));
            } else if (dice.chance(SUSPENDED_PER_MILLE)) {
                members.transition(new Transition(ids.get(i), MemberStatus.SUSPENDED, "联系方式失效，暂停服务", null, on));
            }
        }
    }

    private static RegisterMember row(DemoStory story, Cast cast, MemberSketch sketch) {
        var person = sketch.person();
        return new RegisterMember(
                person.kind(),
                sketch.number(),
                person.profile(),
                MemberStatus.ACTIVE,
                sketch.joinedOn(),
                cast.stores().get(sketch.store()),
                adviser(story, cast, sketch),
                person.tags(),
                null,
                People.sharesMobile(sketch.index()) ? true : null);
    }

    /** Frequent buyers and companies have an adviser. */
    private static @Nullable StaffId adviser(DemoStory story, Cast cast, MemberSketch sketch) {
        boolean looked = sketch.visits().size() > FREQUENT_VISITS
                || sketch.person().kind() == org.guildhall.members.MemberKind.ORGANISATION;
        return looked ? Dice.of(story.seed(), "adviser", sketch.index()).pick(cast.advisers()) : null;
    }
}
