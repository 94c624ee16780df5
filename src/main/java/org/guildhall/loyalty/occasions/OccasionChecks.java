package org.guildhall.loyalty.occasions;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.OccasionKind;
import org.guildhall.members.MemberField;

/** What a policy of occasions must keep beyond the limits of its fields. */
final class OccasionChecks {

    private OccasionChecks() {}

    static List<Refusal.Field> of(OccasionsPolicy policy) {
        var broken = new ArrayList<Refusal.Field>();
        var kinds = EnumSet.noneOf(OccasionKind.class);
        for (int i = 0; i < policy.rules().size(); i++) {
            var kind = policy.rules().get(i).kind();
            if (!kinds.add(kind)) {
                broken.add(new Refusal.Field("rules[" + i + "].kind", kind.name(), "unique"));
            }
        }
        var fields = EnumSet.noneOf(MemberField.class);
        for (int i = 0; i < policy.profile().size(); i++) {
            var field = policy.profile().get(i);
            if (!fields.add(field)) {
                broken.add(new Refusal.Field("profile[" + i + "]", field.name(), "unique"));
            }
        }
        if (kinds.contains(OccasionKind.PROFILE_COMPLETED) && fields.isEmpty()) {
            broken.add(new Refusal.Field("profile", null, "one-at-least"));
        }
        if (policy.streak() != null && !kinds.contains(OccasionKind.CHECK_IN)) {
            broken.add(new Refusal.Field("streak", null, "check-in-rule-needed"));
        }
        return broken;
    }
}
