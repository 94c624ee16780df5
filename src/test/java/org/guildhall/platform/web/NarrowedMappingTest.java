package org.guildhall.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

class NarrowedMappingTest {

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new Things())
            .setCustomHandlerMapping(NarrowedMapping::new)
            .build();

    @ParameterizedTest
    @CsvSource({
        "GET, /things/seven, one seven",
        "GET, /things/mine, mine",
        "POST, /things/seven, changed seven",
        "GET, /things/seven/parts/3, part 3 of seven",
        "GET, /things/seven/parts, parts of seven",
        "GET, /th%69ngs/seven, one seven",
        "GET, /things/a%20b, one a b",
        "GET, /files/a/b/c, below",
        "PUT, /any/seven, any seven",
        "GET, /v2.txt, text",
        "GET, /numbers/12, number 12",
        "GET, /numbers/twelve, word twelve",
        "GET, /asking/seven?full=yes, all of seven",
        "GET, /asking/seven, short seven",
    })
    void anOperationIsFoundByVerbAndPath(HttpMethod verb, String path, String answer) throws Exception {
        web.perform(request(verb, URI.create(path)))
                .andExpect(status().isOk())
                .andExpect(content().string(answer));
    }

    @Test
    void headIsAnsweredByGetAndOptionsNamesTheVerbs() throws Exception {
        web.perform(request(HttpMethod.HEAD, URI.create("/things/seven"))).andExpect(status().isOk());
        web.perform(request(HttpMethod.OPTIONS, URI.create("/things/seven")))
                .andExpect(status().isOk())
                .andExpect(allows("GET", "HEAD", "POST", "OPTIONS"));
    }

    @Test
    void anotherVerbIsNotAllowedAndAnotherPathNotFound() throws Exception {
        web.perform(request(HttpMethod.DELETE, URI.create("/things/seven")))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(allows("GET", "POST"));
        web.perform(request(HttpMethod.GET, URI.create("/thing/seven"))).andExpect(status().isNotFound());
        web.perform(request(HttpMethod.GET, URI.create("/things/seven/parts/3/4")))
                .andExpect(status().isNotFound());
        web.perform(request(HttpMethod.GET, URI.create("/things/"))).andExpect(status().isNotFound());
        web.perform(request(HttpMethod.GET, URI.create("/things/seven/parts/"))).andExpect(status().isNotFound());
    }

    private static ResultMatcher allows(String... verbs) {
        return answer -> assertThat(answer.getResponse().getHeader("Allow"))
                .isNotNull()
                .satisfies(header -> assertThat(header.split(", ?", -1)).containsExactlyInAnyOrder(verbs));
    }

    @RestController
    static class Things {

        @GetMapping("/things/{id}")
        String one(@PathVariable String id) {
            return "one " + id;
        }

        @GetMapping("/things/mine")
        String mine() {
            return "mine";
        }

        @PostMapping("/things/{id}")
        String change(@PathVariable String id) {
            return "changed " + id;
        }

        @GetMapping("/things/{id}/parts/{part}")
        String part(@PathVariable String id, @PathVariable int part) {
            return "part " + part + " of " + id;
        }

        @GetMapping({"/things/{id}/parts", "/things/{id}/pieces"})
        String parts(@PathVariable String id) {
            return "parts of " + id;
        }

        @GetMapping("/files/**")
        String below() {
            return "below";
        }

        @RequestMapping("/any/{id}")
        String any(@PathVariable String id) {
            return "any " + id;
        }

        @GetMapping("/numbers/{number:\\d+}")
        String number(@PathVariable int number) {
            return "number " + number;
        }

        @GetMapping("/numbers/{word:[a-z]+}")
        String word(@PathVariable String word) {
            return "word " + word;
        }

        @GetMapping(path = "/asking/{id}", params = "full")
        String all(@PathVariable String id) {
            return "all of " + id;
        }

        @GetMapping(path = "/asking/{id}", params = "!full")
        String brief(@PathVariable String id) {
            return "short " + id;
        }

        @GetMapping("/v?.txt")
        String text() {
            return "text";
        }

        @DeleteMapping("/others/{id}")
        String other(@PathVariable String id) {
            return "other " + id;
        }
    }
}
