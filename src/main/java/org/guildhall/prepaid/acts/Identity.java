package org.guildhall.prepaid.acts;

import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Members;
import org.springframework.stereotype.Component;

/** Whether a member is named 记名: name and identity document are known. */
@Component
class Identity {

    private final Members members;

    Identity(Members members) {
        this.members = members;
    }

    boolean named(MemberId member) {
        var facts = members.facts(List.of(member)).get(member);
        return facts != null && facts.identified();
    }
}
