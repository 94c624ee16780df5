package org.guildhall.loyalty.tiers;

/** What purchases add up to, side by side; spend in the smallest unit of the base currency. */
public record Sums(long growth, long spend, long visits, long points) {

    /** Nothing at all. */
    public static final Sums NONE = new Sums(0, 0, 0, 0);

    /** The sum of one of them. */
    public long of(Counted counted) {
        return switch (counted) {
            case GROWTH -> growth;
            case SPEND -> spend;
            case VISITS -> visits;
            case POINTS -> points;
        };
    }

    /** Both together. */
    public Sums plus(Sums more) {
        return new Sums(
                Math.addExact(growth, more.growth),
                Math.addExact(spend, more.spend),
                Math.addExact(visits, more.visits),
                Math.addExact(points, more.points));
    }
}
