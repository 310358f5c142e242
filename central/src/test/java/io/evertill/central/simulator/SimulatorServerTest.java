package io.evertill.central.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.Commands;
import io.evertill.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The simulator for programs.
class SimulatorServerTest {
    @TempDir
    Path folder;

    @Test
    void aLineIsAnsweredWithWhatIsNewAndTheStateWithEverything() throws Exception {
        try (LedgerSimulator simulator = new LedgerSimulator("test-" + UUID.randomUUID(), folder, Commands::line);
                SimulatorServer server = new SimulatorServer(simulator, 0);
                HttpClient client = HttpClient.newHttpClient()) {
            post(client, server, "product TEA");
            post(client, server, "till T1 --store S1");
            JsonNode sold = post(client, server, "sell T1 TEA 2");
            post(client, server, "offline T1");
            JsonNode cut = post(client, server, "sell T1 TEA 3");
            JsonNode refused = post(client, server, "sell T2 TEA");
            JsonNode state = send(client, HttpRequest.newBuilder(URI.create(server.url() + "/state")).build());

            assertEquals("-2", sold.path("rows").path(0).path("quantity").asText());
            assertEquals("-2", sold.path("levels").path(0).path("level").asText());
            assertEquals(0, cut.path("rows").size());
            assertEquals(2, refused.path("exit").asInt());
            assertEquals(1, state.path("rows").size());
            assertEquals(1, state.path("tills").path(0).path("waiting").asInt());
            assertEquals(false, state.path("tills").path(0).path("online").asBoolean());
        }
    }

    private static JsonNode post(HttpClient client, SimulatorServer server, String line) throws IOException, InterruptedException {
        return send(client, HttpRequest.newBuilder(URI.create(server.url() + "/lines"))
                .POST(HttpRequest.BodyPublishers.ofString(line)).build());
    }

    private static JsonNode send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        return Json.parse(answer.body());
    }
}
