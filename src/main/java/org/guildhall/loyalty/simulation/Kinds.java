package org.guildhall.loyalty.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.NothingToReplay;
import org.guildhall.loyalty.SimulatedPeriod;
import org.guildhall.loyalty.SimulatedPolicy;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.loyalty.occasions.OccasionsPolicy;
import org.guildhall.loyalty.returns.ReturnsPolicy;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.policies.PolicyKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of policies that can be simulated: loyalty's own, which decide about points, and other modules', about money. */
@Component
class Kinds {

    private static final Map<String, PolicyKind<?>> POINTS = Stream.of(
                    EarningPolicy.KIND, TiersPolicy.KIND, ExpiryPolicy.KIND, ReturnsPolicy.KIND, OccasionsPolicy.KIND)
            .collect(Collectors.toMap(PolicyKind::code, Function.identity()));

    private final ObjectProvider<SimulatedPolicy<?>> others;
    private final ObjectProvider<NothingToReplay> silent;
    private final JsonMapper json;

    Kinds(ObjectProvider<SimulatedPolicy<?>> others, ObjectProvider<NothingToReplay> silent, JsonMapper json) {
        this.others = others;
        this.silent = silent;
        this.json = json;
    }

    /** Whether it decides about points. */
    static boolean aboutPoints(String kind) {
        return POINTS.containsKey(kind);
    }

    boolean simulated(String kind) {
        return aboutPoints(kind) || aboutMoney(kind).isPresent();
    }

    /** A kind that can be simulated, or a refusal that says why it cannot. */
    void requireSimulated(String kind) {
        if (!simulated(kind)) {
            var why = silent.stream()
                    .filter(one -> one.kind().code().equals(kind))
                    .map(NothingToReplay::why)
                    .findFirst()
                    .orElse(NothingToReplay.ELSEWISE);
            throw Refusal.of(new LoyaltyRefusal.NotSimulated(kind, why, all()));
        }
    }

    private List<String> all() {
        var money = others.stream().map(other -> other.kind().code());
        return Stream.concat(POINTS.keySet().stream(), money).sorted().toList();
    }

    /** The policy about points that a draft says. */
    Record points(String kind, Map<String, Object> body) {
        return json.convertValue(
                body, java.util.Objects.requireNonNull(POINTS.get(kind)).type());
    }

    /** The replay by what a draft about money says. */
    SimulatedPolicy.Replay money(String kind, Map<String, Object> body, SimulatedPeriod period) {
        return replay(aboutMoney(kind).orElseThrow(), body, period);
    }

    private <P extends Record> SimulatedPolicy.Replay replay(
            SimulatedPolicy<P> policy, Map<String, Object> body, SimulatedPeriod period) {
        return policy.replay(json.convertValue(body, policy.kind().type()), period);
    }

    private Optional<SimulatedPolicy<?>> aboutMoney(String kind) {
        Optional<SimulatedPolicy<?>> found = Optional.empty();
        for (var other : others) {
            found = other.kind().code().equals(kind) ? Optional.of(other) : found;
        }
        return found;
    }
}
