package org.guildhall.checkout;

import static org.guildhall.testing.Answers.ok;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;
import org.junit.jupiter.api.BeforeEach;

/** A shop that the members of the ground's store walk into, and its clerk. */
abstract class ElsewhereGround extends CounterGround {

    private static final AtomicInteger COUNT = new AtomicInteger();

    UnitId here = UnitId.of("00000000-0000-0000-0000-000000000000");

    @BeforeEach
    void anotherShop() {
        here = staff.open(UnitKind.STORE, staff.company());
    }

    Client clerk() {
        return staff.logIn(staff.hire("store", here));
    }

    /** A member of the other store with a name and a mobile. */
    record Stranger(MemberId id, String number, String mobile) {}

    Stranger stranger(long points) {
        var mobile = "1%010d".formatted(9_100_000_000L + COUNT.incrementAndGet());
        var command = Map.of(
                "kind", "PERSON",
                "profile", Map.of("name", "王小明", "mobile", mobile),
                "homeUnit", ground.store().toString());
        var made = ok(staff.logIn("lead").post("/api/members", command)).json().path("member");
        var id = MemberId.of(UUID.fromString(made.path("id").asString()));
        if (points > 0) {
            ground.grant(id, points, staff.today().plusMonths(6));
        }
        return new Stranger(id, made.path("number").asString(), mobile);
    }

    Answer identify(Client client, String shown) {
        return client.post("/api/counter-buyers", Map.of("shown", shown, "store", here));
    }

    /** A basket at this shop. */
    Map<String, Object> basketHere(MemberId member, long points, long stored) {
        return with(body(member, points, stored), Map.of("store", here));
    }

    /** Quoted and sold. */
    Answer sell(Client client, Map<String, Object> basket) {
        var quote = ok(client.post("/api/checkouts/quote", basket));
        var due = quote.json().path("payable");
        var paid = Map.of("method", "card", "amount", due);
        var command = new HashMap<String, Object>(
                Map.of("basket", basket, "expected", quote.json().path("expected")));
        command.put("payments", due.path("minor").asLong() == 0 ? List.of() : java.util.List.of(paid));
        return ok(client.post("/api/checkouts", command, key()));
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
