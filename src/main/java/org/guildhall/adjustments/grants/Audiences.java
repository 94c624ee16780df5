package org.guildhall.adjustments.grants;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Members;
import org.springframework.stereotype.Component;

/** Finds the members whose numbers somebody gives. */
@Component
class Audiences {

    private final Members members;

    Audiences(Members members) {
        this.members = members;
    }

    /** The members, each once, in a fixed order; numbers given more than once; numbers that are nobody's. */
    record Audience(List<MemberId> members, int twice, List<String> unknown) {}

    Audience of(List<String> numbers) {
        var distinct = new LinkedHashSet<String>();
        numbers.stream().map(String::strip).filter(number -> !number.isEmpty()).forEach(distinct::add);
        var found = members.findByNumber(distinct);
        var living = members.facts(found.values());
        var unknown = new ArrayList<String>();
        var reached = new LinkedHashSet<MemberId>();
        for (var number : distinct) {
            var member = found.get(number);
            var facts = member == null ? null : living.get(member);
            if (facts == null || facts.erased()) {
                unknown.add(number);
            } else {
                reached.add(facts.id());
            }
        }
        return new Audience(reached.stream().sorted().toList(), numbers.size() - distinct.size(), unknown);
    }
}
