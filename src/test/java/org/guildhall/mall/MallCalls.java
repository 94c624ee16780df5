package org.guildhall.mall;

import static org.guildhall.testing.Answers.ok;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.TestHttp.Client;

/** What stories of the mall send, and what they look at afterwards. */
final class MallCalls {

    private MallCalls() {}

    /** The code that opens the cupboard for a new order. */
    static String order(Client client, MemberId member, RewardView reward, String key) {
        return ok(client.post("/api/redemptions", redeem(member, reward.id().toString(), 1), key))
                .json()
                .path("code")
                .asString();
    }

    /** The id of a new order. */
    static String place(Client client, MemberId member, RewardView reward, String key) {
        return ok(client.post("/api/redemptions", redeem(member, reward.id().toString(), 1), key))
                .json()
                .path("redemption")
                .path("id")
                .asString();
    }

    /** A code shown at a store. */
    static Map<String, Object> pickUp(String code, UnitId store) {
        return Map.of("code", code, "store", store.toString());
    }

    /** One reward, so many pieces, to be picked up anywhere. */
    static Map<String, Object> redeem(MemberId member, String reward, int quantity) {
        return Map.of("member", member.toString(), "reward", reward, "quantity", quantity);
    }

    /** One reward, so many pieces, to be picked up at a store. */
    static Map<String, Object> redeem(MemberId member, UUID reward, int quantity, UnitId where) {
        return Map.of("member", member.toString(), "reward", reward, "quantity", quantity, "store", where.toString());
    }

    /** Money. */
    static Map<String, Object> fen(long minor) {
        return Map.of("minor", minor, "currency", "CNY");
    }

    /** Paid at a store: the first part in notes, the second by code. */
    static Map<String, Object> paid(UnitId store, long... parts) {
        var tenders = new ArrayList<Map<String, Object>>();
        for (var part : parts) {
            tenders.add(
                    tenders.isEmpty()
                            ? Map.of("method", "cash", "amount", fen(part))
                            : Map.of("method", "code", "amount", fen(part), "reference", "slip-" + tenders.size()));
        }
        return Map.of("store", store.toString(), "tenders", tenders);
    }

    /** A delivery of so many pieces. */
    static Map<String, Object> received(int pieces) {
        return Map.of("kind", "RECEIVED", "quantity", pieces, "reason", "delivery");
    }

    /** Goods at a price in points. */
    static Map<String, Object> reward(String code, long points) {
        return Map.of("code", code, "kind", "goods", "name", "保温杯", "points", points);
    }
}
