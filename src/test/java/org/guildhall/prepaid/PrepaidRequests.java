package org.guildhall.prepaid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;

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

    static void laws(Client client) {
        assertThat(ok(client.post("/api/ledger/laws", Map.of())).json())
                .allSatisfy(proof -> assertThat(proof.path("holds").asBoolean())
                        .as(proof.toString())
                        .isTrue())
                .anyMatch(proof -> proof.path("law").asString().equals("prepaid.balances-are-movements"));
    }

    static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }
}
