// Loaded before libc (LD_PRELOAD): counts fsync and fdatasync and makes each as slow as a disk of a shop.
// The file named by EVERTILL_BENCH_SYNCS holds three 64-bit numbers: fsyncs, fdatasyncs, microseconds to add.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static volatile int64_t *numbers;

__attribute__((constructor)) static void map_numbers(void) {
    const char *path = getenv("EVERTILL_BENCH_SYNCS");
    int fd = path ? open(path, O_RDWR) : -1;
    if (fd < 0) {
        return;
    }
    void *mapped = mmap(0, 3 * sizeof(int64_t), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (mapped != MAP_FAILED) {
        numbers = mapped;
    }
}

static void count(int which) {
    if (!numbers) {
        return;
    }
    __atomic_add_fetch(&numbers[which], 1, __ATOMIC_SEQ_CST);
    int64_t micros = numbers[2];
    if (micros > 0) {
        struct timespec wait = {micros / 1000000, micros % 1000000 * 1000};
        clock_nanosleep(CLOCK_MONOTONIC, 0, &wait, 0);
    }
}

int fsync(int fd) {
    static int (*real)(int);
    if (!real) {
        real = (int (*)(int)) dlsym(RTLD_NEXT, "fsync");
    }
    count(0);
    return real(fd);
}

int fdatasync(int fd) {
    static int (*real)(int);
    if (!real) {
        real = (int (*)(int)) dlsym(RTLD_NEXT, "fdatasync");
    }
    count(1);
    return real(fd);
}
