package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Whether the member's confirmation of a use is asked for is a rule, and was none before. */
class ConfirmedUsesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void rulesFromBeforeAskForItToo() {
        Map<String, Object> body = JSON.convertValue(SessionCardPolicy.DEFAULT, new TypeReference<>() {});
        body.remove("uses");

        var read = JSON.convertValue(body, SessionCardPolicy.class);

        assertThat(read.uses().confirmed()).isTrue();
        assertThat(read.sales()).isEqualTo(SessionCardPolicy.DEFAULT.sales());
    }
}
