package org.guildhall.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.guildhall.access.DefinePost;
import org.guildhall.access.Needs;
import org.guildhall.access.Permission;
import org.guildhall.access.Post;
import org.guildhall.access.PostId;
import org.guildhall.access.Posts;
import org.guildhall.access.RevisePost;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Posts with their powers, and the permissions they can give. */
@RestController
@Tag(name = "posts")
class PostsController {

    private final Posts posts;

    PostsController(Posts posts) {
        this.posts = posts;
    }

    @GetMapping("/api/permissions")
    @Operation(operationId = "listPermissions")
    List<Permission> permissions() {
        return posts.permissions();
    }

    @GetMapping("/api/posts")
    @Operation(operationId = "listPosts")
    List<Post> list() {
        return posts.list();
    }

    @GetMapping("/api/posts/{id}")
    @Operation(operationId = "getPost")
    Post get(@PathVariable PostId id) {
        return posts.get(id);
    }

    @PostMapping("/api/posts")
    @Operation(operationId = "definePost")
    @Needs("access.posts-write")
    @ResponseStatus(HttpStatus.CREATED)
    Post define(@RequestBody @Valid DefinePost command) {
        return posts.define(command);
    }

    @PutMapping("/api/posts/{id}")
    @Operation(operationId = "revisePost")
    @Needs("access.posts-write")
    Post revise(@PathVariable PostId id, @RequestBody @Valid RevisePost command) {
        return posts.revise(id, command);
    }
}
