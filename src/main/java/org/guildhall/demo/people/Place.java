package org.guildhall.demo.people;

/** Where people of a store live: city, region code (GB/T 2260) and how many of a thousand members call the store theirs. */
public record Place(String store, String city, String district, String regionCode, int share) {}
