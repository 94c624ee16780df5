package org.guildhall.adjustments.acts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.guildhall.adjustments.Adjusted;
import org.guildhall.approvals.ApprovalSubject;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.kernel.Ids;
import org.guildhall.loyalty.GrantTier;
import org.guildhall.loyalty.Loyalty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Grants tiers; the size is the tier's rung on the ladder, 1 for the lowest. */
@Component
class TiersByHand implements ApprovalSubject {

    static final String KIND = "adjustments.tier";

    private final Loyalty loyalty;
    private final Authority authority;
    private final JsonMapper json;

    TiersByHand(Loyalty loyalty, Authority authority, JsonMapper json) {
        this.loyalty = loyalty;
        this.authority = authority;
        this.json = json;
    }

    /** Grants the tier, or asks. */
    Adjusted grant(GrantTier command, String cause) {
        var wish = new Authority.Wish(
                KIND,
                subject(cause),
                command.member(),
                command,
                (rung, size) -> facts(command),
                other -> 0,
                command.reason());
        return authority.within(wish, () -> {
            loyalty.grantTier(command, subject(cause));
            long rung = loyalty.ladder().indexOf(command.tier()) + 1L;
            return new Authority.Booked(null, rung, rung);
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void approved(ApprovalView request, JsonNode command) {
        loyalty.grantTier(json.treeToValue(command, GrantTier.class), request.subject());
    }

    /** What the key stands for: the request and the grant alike, so that it does one thing whichever way it goes. */
    private static UUID subject(String cause) {
        return Ids.derived("tier-grant|" + cause);
    }

    private static Map<String, Object> facts(GrantTier command) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("tier", command.tier());
        if (command.until() != null) {
            facts.put("until", command.until().toString());
        }
        return facts;
    }
}
