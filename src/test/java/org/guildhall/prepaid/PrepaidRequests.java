package org.guildhall.prepaid;

import java.util.HashMap;
import java.util.Map;
import org.guildhall.kernel.MemberId;

/** Bodies of requests about stored value, and what every answer must be. */
final class PrepaidRequests {

    private PrepaidRequests() {}

    static Map<String, Object> noStore(Map<String, Object> body) {
        var other = new HashMap<>(body);
        other.remove("store");
        return other;
    }

    static Map<String, Object> ask(String ground) {
        return Map.of("ground", ground, "hadBefore", false);
    }

    static Map<String, Object> refund(String ground, long yuan) {
        return Map.of("asked", ask(ground), "expected", yuan(yuan), "method", "card", "reason", "会员要求");
    }

    static Map<String, Object> transfer(MemberId to, long yuan) {
        return Map.of("to", to, "amount", yuan(yuan), "reason", "转给家人");
    }

    static Map<String, Object> yuan(long yuan) {
        return Map.of("minor", yuan * 100, "currency", "CNY");
    }
}
