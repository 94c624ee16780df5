package org.guildhall.prepaid.acts;

import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.MemberKind;
import org.guildhall.members.Members;
import org.springframework.stereotype.Component;

/** Who a member is to money paid in: named 记名 if name and identity document are known, a person or an organisation. */
@Component
class Identity {

    private final Members members;

    Identity(Members members) {
        this.members = members;
    }

    boolean named(MemberId member) {
        return payer(member).named;
    }

    /** Who pays in; of an unknown member the least is assumed. */
    Payer payer(MemberId member) {
        var facts = members.facts(List.of(member)).get(member);
        return facts == null ? new Payer(false, MemberKind.PERSON) : new Payer(facts.identified(), facts.kind());
    }

    /** Who pays in. */
    record Payer(boolean named, MemberKind kind) {}
}
