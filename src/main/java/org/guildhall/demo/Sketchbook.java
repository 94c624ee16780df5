package org.guildhall.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.guildhall.demo.people.Dice;
import org.guildhall.demo.people.People;
import org.guildhall.demo.trade.Joining;
import org.guildhall.demo.trade.Shopping;

/** Draws the members of a story; any of them can be drawn again alone and comes out the same. */
final class Sketchbook {

    private final DemoStory story;
    private final People people;
    private final Shopping shopping;
    private final List<LocalDate> joining;

    Sketchbook(DemoStory story) {
        this.story = story;
        this.people = new People(story.seed(), story.today());
        this.shopping = new Shopping(story.seed(), story.today().atStartOfDay(), Cast.PLACES.size());
        this.joining = Joining.days(
                story.seed(), story.members(), story.opening(), story.today().minusDays(1));
    }

    List<MemberSketch> members(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::member).toList();
    }

    private MemberSketch member(int index) {
        var dice = Dice.of(story.seed(), "store", index);
        int store = dice.weighted(
                Cast.PLACES.stream().mapToInt(place -> place.share()).toArray());
        var person = people.member(index, Cast.PLACES.get(store));
        var shopper = new Shopping.Shopper(index, joining.get(index), store, person.yearOfBirth(), person.female());
        return new MemberSketch(index, person, joining.get(index), store, shopping.visits(shopper));
    }
}
