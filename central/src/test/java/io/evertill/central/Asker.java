package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.ledger.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/// Asks a centre over HTTP, as any program could, and holds every answer against the description.
public final class Asker implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    public Asker(Centre centre) {
        this.url = centre.url();
    }

    public Answer get(String path, String... headers) {
        return ask("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public Answer post(String path, Bytes body, String... headers) {
        return ask("POST", path, HttpRequest.BodyPublishers.ofByteArray(body.content()), headers);
    }

    /// Sends an object, written with single quotes.
    public Answer send(String path, String object, String... headers) {
        return post(path, Bytes.of(object.replace('\'', '"')), headers);
    }

    /// The header that shows a token.
    public static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    public Answer ask(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).method(method, body);
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Answer answer = new Answer(response.statusCode(), response.headers(), Bytes.of(response.body()));
            assertEquals(List.of(), Description.SHIPPED.wrong(method, path, answer),
                    () -> method + " " + path + " was answered with " + answer.status() + " " + answer.text());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
