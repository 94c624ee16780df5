package org.guildhall.demo.people;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that repeats: equal seeds and labels give equal throws, and one person's throws never depend on another's. */
public final class Dice {

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** The dice of one thing in the story. */
    public static Dice of(long seed, String what, int index) {
        return new Dice(new SplittableRandom((seed * 31 + what.hashCode()) * 1_000_003L + index));
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** True so many times out of a thousand. */
    public boolean chance(int perMille) {
        return random.nextInt(1000) < perMille;
    }

    /** One of the list, each as likely. */
    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** One of the characters, each as likely. */
    public String letter(String from) {
        int at = random.nextInt(from.length());
        return from.substring(at, at + 1);
    }

    /** An index, as likely as its weight. */
    public int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int point = random.nextInt(sum);
        int index = 0;
        while (point >= weights[index]) {
            point -= weights[index++];
        }
        return index;
    }
}
