package org.guildhall.ledger.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.CauseKey;
import org.junit.jupiter.api.Test;

class RecentKeysTest {

    private final RecentKeys recent = new RecentKeys();

    @Test
    void keys_that_were_booked_are_found_again_and_new_ones_are_not() {
        var booked = request("once");
        var other = request("other");

        recent.add(List.of(booked.id()));

        assertThat(recent.among(List.of(other, booked))).containsExactly(booked);
    }

    @Test
    void nothing_is_known_at_first() {
        assertThat(recent.among(List.of(request("once")))).isEmpty();
    }

    @Test
    void a_key_is_forgotten_for_another_at_its_place_and_never_taken_for_it() {
        var booked = request("once");
        var atItsPlace =
                new UUID(booked.id().getMostSignificantBits(), booked.id().getLeastSignificantBits() + 1);

        recent.add(List.of(atItsPlace));

        assertThat(recent.among(List.of(booked))).isEmpty();
    }

    @Test
    void the_keys_of_some_seconds_of_a_full_load_are_remembered() {
        var requests =
                IntStream.range(0, 10_000).mapToObj(i -> request("load " + i)).toList();

        recent.add(requests.stream().map(Request::id).toList());

        assertThat(recent.among(requests)).hasSizeGreaterThan(9_000);
    }

    private static Request request(String key) {
        var head = new Request.Head(
                CauseKey.of(key), new MemberId(new UUID(1, 2)), "purchase", null, "purchase", new UUID(3, 4));
        return Request.of(head, List.of(), new Actor.Machine("test"), null);
    }
}
