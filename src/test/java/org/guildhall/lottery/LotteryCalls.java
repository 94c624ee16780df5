package org.guildhall.lottery;

import static org.guildhall.testing.Answers.ok;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;

/** What stories of lotteries send, and what they look at afterwards. */
final class LotteryCalls {

    private LotteryCalls() {}

    static Map<String, Object> prize(String code, Map<String, Object> award, int odds, long stock) {
        var prize = new HashMap<String, Object>();
        prize.put("code", code);
        prize.put("name", "奖" + code);
        prize.put("award", award);
        prize.put("odds", odds);
        prize.put("worth", Map.of("minor", 5_000, "currency", "CNY"));
        if (stock > 0) {
            prize.put("stock", stock);
        }
        return prize;
    }

    static Map<String, Object> lottery(String code, LocalDate from, Object... prizes) {
        var details = new HashMap<String, Object>();
        details.put("code", code);
        details.put("name", "故事抽奖");
        details.put("clause", "4.14");
        details.put("firstDay", from.toString());
        details.put("lastDay", from.plusDays(6).toString());
        details.put("points", 50);
        details.put("freeDraws", 0);
        details.put("prizes", List.of(prizes));
        details.put("consolation", "NONE");
        return details;
    }

    static Answer move(Client client, String lottery, String state) {
        var version = ok(client.get("/api/lotteries/" + lottery))
                .json()
                .path("version")
                .asInt();
        return client.post(
                "/api/lotteries/" + lottery + "/state",
                Map.of("state", state, "expectedVersion", version, "reason", "提前结束"));
    }

    static String open(Client client, Map<String, Object> details) {
        var id = ok(client.post("/api/lotteries", details)).json().path("id").asString();
        ok(move(client, id, "published"));
        ok(move(client, id, "open"));
        return id;
    }
}
