package org.guildhall.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private final Instant start = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    void aBurstIsLetThroughAtOnceAndThenTheRate() {
        var bucket = new TokenBucket(2, 3, start);
        for (int i = 0; i < 3; i++) {
            assertThat(bucket.take(start)).isZero();
        }
        assertThat(bucket.take(start)).isEqualTo(1);
        assertThat(bucket.take(start.plusMillis(499))).isPositive();
        assertThat(bucket.take(start.plusMillis(500))).isZero();
        assertThat(bucket.take(start.plusMillis(500))).isPositive();
    }

    @Test
    void aLongPauseFillsItToTheBurstAndNoFurther() {
        var bucket = new TokenBucket(100_000, 2, start);
        bucket.take(start);
        bucket.take(start);
        var later = start.plusSeconds(40_000_000_000L);
        assertThat(bucket.take(later)).isZero();
        assertThat(bucket.take(later)).isZero();
        assertThat(bucket.take(later)).isPositive();
    }

    @Test
    void aClockThatGoesBackGivesNothing() {
        var bucket = new TokenBucket(1, 1, start);
        assertThat(bucket.take(start)).isZero();
        assertThat(bucket.take(start.minusSeconds(100))).isPositive();
    }
}
