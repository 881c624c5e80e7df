#!/bin/sh
unused=1
cat $1
