package org.guildhall.access;

import java.util.List;
import java.util.Optional;

/** The posts of the company. Nobody can change them so as to hold more than before. */
public interface Posts {

    /** All posts by class and code; needs {@code access.posts-read}. */
    List<Post> list();

    /** One post; needs {@code access.posts-read}. */
    Post get(PostId id);

    /** The post with this code; for code, without permission. */
    Optional<Post> byCode(String code);

    /** The post with this id; for code, without permission. */
    Optional<Post> find(PostId id);

    /** Defines a post; needs {@code access.posts-write}. */
    Post define(DefinePost command);

    /** Revises a post; needs {@code access.posts-write}. */
    Post revise(PostId id, RevisePost command);

    /** Every permission that posts can give, by module; needs {@code access.posts-read}. */
    List<Permission> permissions();
}
