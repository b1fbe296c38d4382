# What a person types. Each target works in a fresh clone; the work is done in Scripts/.

SWIFT ?= swift
# The release build links the Swift runtime statically. It has a folder of its own, since objects of the two ways do not mix.
STATIC := .build/static
PROGRAM := $(STATIC)/release/tanaoroshi
# No library is looked for beside the program, nothing is offered to libraries, and what is to be relocated at each start is packed.
LINK := --disable-local-rpath -Xswiftc -use-ld=lld -Xlinker --no-export-dynamic -Xlinker -z -Xlinker pack-relative-relocs
RELEASE := $(SWIFT) build -c release --static-swift-stdlib --scratch-path $(STATIC) $(LINK) --product tanaoroshi

.PHONY: help setup packages build demo test check bench bad-input fuzz accuracy accuracy-peers clean

help:
	@echo 'make setup     install what is missing to build and test (root, or sudo)'
	@echo 'make build     build the program: $(PROGRAM)'
	@echo 'make demo      build, scan the sample share, show the summary, write build/findings.json'
	@echo 'make test      run all tests'
	@echo 'make check     format, imports, unsafe, documentation'
	@echo 'make bench     measure speed and memory'
	@echo 'make bad-input lines of 1 GiB, bombs and the like: time, memory and outcome of each'
	@echo 'make fuzz      give the parsers hostile bytes, SECONDS=n for each (TARGETS="xml yaml": only these)'
	@echo 'make accuracy  measure what is found and what is not (SEED=n; accuracy-peers: what others find)'
	@echo 'make clean     remove what was built'

setup:
	@Scripts/setup --tests

packages:
	@Scripts/setup

build: packages
	$(RELEASE)

demo: build
	@Scripts/demo $(PROGRAM)

test: setup build
	$(SWIFT) build --build-tests
	$(SWIFT) test --disable-xctest
	Scripts/check-against-stdnum.py
	cd Benchmarks/accuracy && python3 -m unittest

check: packages
	@Scripts/check

bench: build
	Benchmarks/speed/run

bad-input: build
	Benchmarks/hostile/run.py --program $(PROGRAM)

fuzz: packages
	@Tests/Fuzz/run $(or $(SECONDS),600) $(TARGETS)

accuracy: build
	Benchmarks/accuracy/run

accuracy-peers:
	Benchmarks/accuracy/run-peers

clean:
	rm -rf .build build
