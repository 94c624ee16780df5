package org.guildhall.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;

/** What stories over HTTP expect of answers. */
public final class Answers {

    private Answers() {}

    /** The answer, which must say that it was done. */
    public static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }

    /** Proves all laws: each must hold, and the one named must be among them and have covered something. */
    public static void lawsHold(Client client, String law) {
        assertThat(ok(client.post("/api/ledger/laws", Map.of())).json())
                .allSatisfy(proof -> assertThat(proof.path("holds").asBoolean())
                        .as(proof.toString())
                        .isTrue())
                .anyMatch(proof -> proof.path("law").asString().equals(law)
                        && proof.path("covered").asLong() > 0);
    }
}
